package org.jauap.nlp;

import java.util.List;
import java.util.regex.Pattern;

/** The sentences of a message that is long enough for its matter to be lost in the chatter around it. */
final class Sentences {

    private static final Pattern END = Pattern.compile("(?<=[.!?…])\\s+|\\s*\\R+\\s*");
    private static final int SHORTEST_MESSAGE = 12;
    private static final int SHORTEST_SENTENCE = 3;
    private static final int MOST = 20;

    private Sentences() {
    }

    /** None when the message is short or one sentence; sentences of one or two words are no matters. */
    static List<String> in(String text) {
        if (words(text) < SHORTEST_MESSAGE) {
            return List.of();
        }
        List<String> sentences = END.splitAsStream(text).filter(sentence -> words(sentence) >= SHORTEST_SENTENCE).limit(MOST).toList();
        return sentences.size() < 2 ? List.of() : sentences;
    }

    /** Words, or what has blanks between. */
    private static int words(String text) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            boolean letter = !Character.isWhitespace(text.charAt(i));
            words += letter && !inWord ? 1 : 0;
            inWord = letter;
        }
        return words;
    }

}
