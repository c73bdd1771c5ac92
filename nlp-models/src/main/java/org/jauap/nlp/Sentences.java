package org.jauap.nlp;

import java.util.List;
import java.util.regex.Pattern;

import org.jauap.nlp.text.Folding;

/** The sentences of a message that is long enough for its matter to be lost in the chatter around it. */
final class Sentences {

    private static final Pattern END = Pattern.compile("(?<=[.!?…])\\s++|\\R\\s*+");
    private static final int SHORTEST_MESSAGE = 12;
    private static final int MOST = 20;

    private Sentences() {
    }

    /** All of them; none when the message is short, one sentence, or so many that looking at each would take long. */
    static List<String> in(String text) {
        if (text.length() > Folding.LONGEST || words(text) < SHORTEST_MESSAGE) {
            return List.of();
        }
        List<String> sentences = END.splitAsStream(text).map(String::strip).filter(sentence -> !sentence.isEmpty()).toList();
        return sentences.size() < 2 || sentences.size() > MOST ? List.of() : sentences;
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
