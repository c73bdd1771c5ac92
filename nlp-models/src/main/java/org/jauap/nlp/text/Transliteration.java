package org.jauap.nlp.text;

import java.util.Map;

/**
 * Kazakh and Russian between Cyrillic and the Latin letters people use where they have no others. There are many habits
 * ({@code zhol, jol, jól}); reading accepts all, writing keeps to the commonest.
 */
public final class Transliteration {

    private static final String[][] READ = {
            {"shch", "ш"}, {"sch", "ш"}, {"sh", "ш"}, {"ch", "ч"}, {"zh", "ж"}, {"kh", "х"}, {"gh", "г"}, {"ng", "н"}, {"ts", "ц"},
            {"yu", "ю"}, {"iu", "ю"}, {"ju", "жу"}, {"ya", "я"}, {"ia", "я"}, {"yo", "е"}, {"ye", "е"}, {"ck", "к"},
            {"a", "а"}, {"b", "б"}, {"c", "к"}, {"d", "д"}, {"e", "е"}, {"f", "ф"}, {"g", "г"}, {"h", "х"}, {"i", "и"}, {"j", "ж"},
            {"k", "к"}, {"l", "л"}, {"m", "м"}, {"n", "н"}, {"o", "о"}, {"p", "п"}, {"q", "к"}, {"r", "р"}, {"s", "с"}, {"t", "т"},
            {"u", "у"}, {"v", "в"}, {"w", "ш"}, {"x", "х"}, {"y", "и"}, {"z", "з"},
            {"á", "а"}, {"ä", "а"}, {"ğ", "г"}, {"ǵ", "г"}, {"ı", "и"}, {"í", "и"}, {"ñ", "н"}, {"ń", "н"}, {"ó", "о"}, {"ö", "о"},
            {"ş", "ш"}, {"š", "ш"}, {"ç", "ч"}, {"č", "ч"}, {"ž", "ж"}, {"ú", "у"}, {"ü", "у"}, {"ū", "у"}, {"ý", "у"}, {"é", "е"}};

    private static final Map<Character, String> WRITE = Map.ofEntries(
            Map.entry('а', "a"), Map.entry('ә', "a"), Map.entry('б', "b"), Map.entry('в', "v"), Map.entry('г', "g"), Map.entry('ғ', "g"),
            Map.entry('д', "d"), Map.entry('е', "e"), Map.entry('ё', "yo"), Map.entry('ж', "zh"), Map.entry('з', "z"),
            Map.entry('и', "i"), Map.entry('й', "y"), Map.entry('к', "k"), Map.entry('қ', "q"), Map.entry('л', "l"), Map.entry('м', "m"),
            Map.entry('н', "n"), Map.entry('ң', "n"), Map.entry('о', "o"), Map.entry('ө', "o"), Map.entry('п', "p"), Map.entry('р', "r"),
            Map.entry('с', "s"), Map.entry('т', "t"), Map.entry('у', "u"), Map.entry('ұ', "u"), Map.entry('ү', "u"), Map.entry('ф', "f"),
            Map.entry('х', "h"), Map.entry('һ', "h"), Map.entry('ц', "ts"), Map.entry('ч', "ch"), Map.entry('ш', "sh"),
            Map.entry('щ', "sch"), Map.entry('ъ', ""), Map.entry('ы', "y"), Map.entry('і', "i"), Map.entry('ь', ""), Map.entry('э', "e"),
            Map.entry('ю', "yu"), Map.entry('я', "ya"));

    private static final Map<Character, Character> WITHOUT_KAZAKH = Map.of('ә', 'а', 'ғ', 'г', 'қ', 'к', 'ң', 'н', 'ө', 'о', 'ұ', 'у',
            'ү', 'у', 'һ', 'х', 'і', 'и');

    private Transliteration() {
    }

    /** A Latin word in lower case, read as Kazakh or Russian. Letters without a reading stay. */
    static StringBuilder toCyrillic(CharSequence word) {
        StringBuilder out = new StringBuilder(word.length());
        int i = 0;
        while (i < word.length()) {
            int length = 1;
            String letter = null;
            for (String[] rule : READ) {
                if (startsWith(word, i, rule[0])) {
                    letter = rule[1];
                    length = rule[0].length();
                    break;
                }
            }
            if (letter == null) {
                out.append(word.charAt(i));
            }
            else {
                out.append(letter);
            }
            i += length;
        }
        return out;
    }

    /** Cyrillic in lower case as people write it in Latin. */
    public static String toLatin(String lower) {
        StringBuilder out = new StringBuilder(lower.length() + 16);
        for (int i = 0; i < lower.length(); i++) {
            String latin = WRITE.get(lower.charAt(i));
            if (latin == null) {
                out.append(lower.charAt(i));
            }
            else {
                out.append(latin);
            }
        }
        return out.toString();
    }

    /** Kazakh in lower case as people write it on a Russian keyboard. */
    public static String withoutKazakhLetters(String lower) {
        StringBuilder out = new StringBuilder(lower);
        for (int i = 0; i < out.length(); i++) {
            Character plain = WITHOUT_KAZAKH.get(out.charAt(i));
            if (plain != null) {
                out.setCharAt(i, plain);
            }
        }
        return out.toString();
    }

    private static boolean startsWith(CharSequence word, int at, String prefix) {
        if (at + prefix.length() > word.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (word.charAt(at + i) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

}
