package org.jauap.nlp.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import opennlp.tools.doccat.FeatureGenerator;

/** Sequences of characters inside words, a word's edges included, in block {@code c}. */
public final class CharacterNGrams implements FeatureGenerator {

    private final int shortest;
    private final int longest;

    /** @param shortest characters of the shortest sequences, at least 1
     * @param longest of the longest */
    public CharacterNGrams(int shortest, int longest) {
        this.shortest = shortest;
        this.longest = longest;
    }

    @Override
    public Collection<String> extractFeatures(String[] text, Map<String, Object> extraInformation) {
        List<String> features = new ArrayList<>();
        for (String word : text) {
            String edged = "c_" + word + "_";
            for (int length = shortest; length <= longest; length++) {
                for (int start = 1; start + length <= edged.length(); start++) {
                    features.add(start == 1 ? edged.substring(0, 1 + length) : "c".concat(edged.substring(start, start + length)));
                }
            }
        }
        return features;
    }

}
