package org.jauap.nlp.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import opennlp.tools.doccat.FeatureGenerator;

/** Words and pairs of neighbouring words, in block {@code w}. */
public final class WordNGrams implements FeatureGenerator {

    @Override
    public Collection<String> extractFeatures(String[] text, Map<String, Object> extraInformation) {
        List<String> features = new ArrayList<>(text.length * 2 + 1);
        String previous = "<";
        for (String word : text) {
            features.add("w" + word);
            features.add("w" + previous + " " + word);
            previous = word;
        }
        features.add("w" + previous + " >");
        return features;
    }

}
