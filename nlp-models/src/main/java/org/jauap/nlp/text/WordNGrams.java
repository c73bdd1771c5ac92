package org.jauap.nlp.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import opennlp.tools.doccat.FeatureGenerator;

/**
 * Words, pairs of neighbours, and pairs with up to four words between them, in block {@code w}. The text's beginning and end count as
 * words. A pair of neighbours is named {@code w<first> <second>}, one with words between, however many, {@code w<first>.<second>}.
 */
public final class WordNGrams implements FeatureGenerator {

    private static final int FARTHEST = 5;

    /** The feature of a word. */
    public static String word(String word) {
        return "w" + word;
    }

    /** The feature of a word and the one after it, or the text's end. */
    public static String pair(String[] text, int first) {
        return "w" + at(text, first) + " " + at(text, first + 1);
    }

    @Override
    public Collection<String> extractFeatures(String[] text, Map<String, Object> extraInformation) {
        List<String> features = new ArrayList<>(text.length * (FARTHEST + 1) + FARTHEST);
        for (String word : text) {
            features.add(word(word));
        }
        for (int first = -1; first < text.length; first++) {
            features.add(pair(text, first));
            for (int distance = 2; distance <= FARTHEST && first + distance <= text.length; distance++) {
                features.add("w" + at(text, first) + "." + at(text, first + distance));
            }
        }
        return features;
    }

    private static String at(String[] text, int index) {
        if (index < 0) {
            return "<";
        }
        return index < text.length ? text[index] : ">";
    }

}
