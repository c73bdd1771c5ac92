package org.jauap.nlp.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds the many ways of writing a word to one: lower case, Kazakh letters to the ones on everybody's keyboard, letters that are
 * mixed up in haste to one of them, Latin Kazakh and Russian to Cyrillic, stretched letters to one, long numbers to their length.
 * What is left is words of letters and digits with one blank between them.
 */
public final class Folding {

    /** Characters of a message that are read; more would only cost time. */
    public static final int LONGEST = 6000;

    private static final int STRETCHED = 3;
    private static final int LONGEST_NUMBER = 6;
    private static final int TELLING_NUMBER = 3;

    /** Canonical Cyrillic: from what is written to what is compared. A blank drops the letter. */
    private static final String FROM = "әғқңөұүһіёйыэщъьїєґў";
    private static final String TO = "агкноуухиеииеш  иегу";

    /** Latin letters that look like Cyrillic ones, for words typed half on the wrong keyboard. */
    private static final String LOOKS = "aceopxykiuhtmbn";
    private static final String IS = "асеорхукиухтмвп";

    private Folding() {
    }

    /**
     * Folds a text.
     *
     * @param text anything
     * @param latinIsCyrillic whether words in Latin script are Kazakh or Russian ones written in it
     * @return words with one blank between them, empty when there are none
     */
    public static String fold(String text, boolean latinIsCyrillic) {
        String lower = lower(text);
        StringBuilder out = new StringBuilder(lower.length() + 8);
        int start = -1;
        for (int i = 0; i <= lower.length(); i++) {
            boolean inWord = i < lower.length() && isWordCharacter(lower.charAt(i));
            if (inWord && start < 0) {
                start = i;
            }
            else if (!inWord && start >= 0 && !(i < lower.length() && isSilent(lower.charAt(i)))) {
                appendWord(lower, start, i, latinIsCyrillic, out);
                start = -1;
            }
        }
        return out.toString();
    }

    /** The text composed (NFC), in lower case and not longer than {@link #LONGEST}; nothing else is changed. */
    public static String lower(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return Normalizer.normalize(cut, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static boolean isWordCharacter(char c) {
        return c < 128 ? (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
                : Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    /** Apostrophes and invisible characters stand inside words without parting them. */
    private static boolean isSilent(char c) {
        return c == '\'' || c == '’' || c == 'ʼ' || c == '`' || c == '\u00ad' || (c >= '\u200b' && c <= '\u200d') || c == '\ufeff';
    }

    private static void appendWord(String text, int start, int end, boolean latinIsCyrillic, StringBuilder out) {
        StringBuilder word = new StringBuilder(end - start);
        boolean latin = false;
        boolean cyrillic = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (isWordCharacter(c)) {
                word.append(c);
                latin |= isLatin(c);
                cyrillic |= isCyrillic(c);
            }
        }
        if (latin && cyrillic) {
            replaceLookalikes(word);
        }
        else if (latin && latinIsCyrillic) {
            word = Transliteration.toCyrillic(word);
        }
        int before = out.length();
        if (before > 0) {
            out.append(' ');
        }
        appendCanonical(word, out);
        if (before > 0 && out.length() == before + 1) {
            out.setLength(before);
        }
    }

    private static void replaceLookalikes(StringBuilder word) {
        for (int i = 0; i < word.length(); i++) {
            int at = LOOKS.indexOf(word.charAt(i));
            if (at >= 0) {
                word.setCharAt(i, IS.charAt(at));
            }
        }
    }

    private static void appendCanonical(CharSequence word, StringBuilder out) {
        int i = 0;
        while (i < word.length()) {
            char c = word.charAt(i);
            if (Character.isDigit(c)) {
                i = appendNumber(word, i, out);
                continue;
            }
            int end = i + 1;
            while (end < word.length() && word.charAt(end) == c) {
                end++;
            }
            char folded = canonical(c);
            if (folded != ' ') {
                out.repeat(folded, end - i < STRETCHED ? end - i : 1);
            }
            i = end;
        }
    }

    private static int appendNumber(CharSequence word, int start, StringBuilder out) {
        int end = start;
        while (end < word.length() && Character.isDigit(word.charAt(end))) {
            end++;
        }
        if (end - start <= TELLING_NUMBER) {
            out.append(word, start, end);
        }
        else {
            out.repeat('0', Math.min(LONGEST_NUMBER, end - start));
        }
        return end;
    }

    private static char canonical(char c) {
        if (c < 128) {
            return c;
        }
        int at = FROM.indexOf(c);
        return at < 0 ? c : TO.charAt(at);
    }

    static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'à' && c <= 'ɏ');
    }

    static boolean isCyrillic(char c) {
        return c >= '\u0400' && c <= '\u052f';
    }

}
