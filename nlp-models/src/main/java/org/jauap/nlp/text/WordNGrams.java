package org.jauap.nlp.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import opennlp.tools.doccat.FeatureGenerator;

/**
 * Words, pairs of neighbours, and pairs with one or two words between them, in block {@code w}. The text's beginning and end count as
 * words. A pair of neighbours is named {@code w<first> <second>}, one with words between {@code w<first>.<second>} or with two points.
 */
public final class WordNGrams implements FeatureGenerator {

    private static final int FARTHEST = 3;
    private static final String[] BETWEEN = {"", " ", ".", ".."};

    /** The feature of a word. */
    public static String word(String word) {
        return "w" + word;
    }

    /** The feature of a word and the one after it, or the text's end. */
    public static String pair(String[] text, int first) {
        return "w" + word(text, first) + BETWEEN[1] + word(text, first + 1);
    }

    @Override
    public Collection<String> extractFeatures(String[] text, Map<String, Object> extraInformation) {
        List<String> features = new ArrayList<>(text.length * (FARTHEST + 1) + FARTHEST);
        for (String word : text) {
            features.add("w" + word);
        }
        for (int distance = 1; distance <= FARTHEST; distance++) {
            for (int first = -1; first + distance <= text.length; first++) {
                features.add("w" + word(text, first) + BETWEEN[distance] + word(text, first + distance));
            }
        }
        return features;
    }

    private static String word(String[] text, int index) {
        return index < 0 ? "<" : index >= text.length ? ">" : text[index];
    }

}
