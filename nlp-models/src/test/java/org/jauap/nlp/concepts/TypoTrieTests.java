package org.jauap.nlp.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

import org.jauap.nlp.text.Folding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypoTrieTests {

    private static final Lexicon LEXICON = new Lexicon(
            List.of(new Concept("kindergarten", List.of("education.kindergarten-queue"),
                    Map.of("kk", List.of("балабақша*"), "ru", List.of("детсад*"), "en", List.of("kindergarten*")))));

    @ParameterizedTest
    @ValueSource(strings = {"балабакшага", "балабкша", "баалбақшаға", "балобақша", "kindergaten", "kindregarten place", "kindergarrten", "kindergartens",
            "kindrgarten"})
    void oneSlipInALongWordIsForgiven(String text) {
        assertThat(LEXICON.mentionedIn(Folding.fold(text, false))).as(text).containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"балабк", "дитсад", "kindrgatn", "kinder", "garten", "kindergarte"})
    void twoSlipsShortStemsAndOtherEndingsAreNot(String text) {
        assertThat(LEXICON.mentionedIn(Folding.fold(text, false))).as(text).isEmpty();
    }

    @Test
    void findsWhatANaiveMatcherFinds() {
        Random random = new Random(11);
        for (int round = 0; round < 500; round++) {
            List<String> stems = new ArrayList<>();
            TypoTrie trie = new TypoTrie();
            for (int i = 0; i < 8; i++) {
                String stem = letters(random, TypoTrie.SHORTEST_STEM + random.nextInt(3)) + (random.nextBoolean() ? "*" : "");
                stems.add(stem);
                trie.add(stem, i);
            }
            String word = round % 2 == 0 ? letters(random, 5 + random.nextInt(8)) : slipped(stems.get(random.nextInt(8)).replace("*", ""), random);
            TreeSet<Integer> found = new TreeSet<>();
            trie.match(word, found::add);
            TreeSet<Integer> expected = new TreeSet<>();
            for (int i = 0; i < stems.size(); i++) {
                if (fits(stems.get(i), word)) {
                    expected.add(i);
                }
            }
            assertThat(found).as(word + " " + stems).isEqualTo(expected);
        }
    }

    /** The rule itself: within one edit; the last letter of an open stem must be right. */
    private static boolean fits(String stem, String word) {
        if (word.length() < TypoTrie.SHORTEST_STEM - 1) {
            return false;
        }
        if (!stem.endsWith("*")) {
            return edits(stem, word) <= 1;
        }
        String own = stem.substring(0, stem.length() - 1);
        for (int end = 1; end <= word.length(); end++) {
            if (word.charAt(end - 1) == own.charAt(own.length() - 1)
                    && edits(own.substring(0, own.length() - 1), word.substring(0, end - 1)) <= 1) {
                return true;
            }
        }
        return false;
    }

    /** Optimal string alignment distance: changed, missing, extra letters and swapped neighbours. */
    private static int edits(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }

    private static String slipped(String word, Random random) {
        StringBuilder out = new StringBuilder(word);
        int at = random.nextInt(word.length() - 1);
        switch (random.nextInt(4)) {
            case 0 -> out.deleteCharAt(at);
            case 1 -> out.insert(at, letters(random, 1));
            case 2 -> out.setCharAt(at, letters(random, 1).charAt(0));
            default -> out.replace(at, at + 2, "" + word.charAt(at + 1) + word.charAt(at));
        }
        return out + letters(random, random.nextInt(3));
    }

    private static String letters(Random random, int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append("абв".charAt(random.nextInt(3)));
        }
        return out.toString();
    }

}
