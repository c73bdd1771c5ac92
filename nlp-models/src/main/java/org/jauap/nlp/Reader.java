package org.jauap.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jauap.nlp.concepts.Lexicon;
import org.jauap.nlp.text.CharacterNGrams;
import org.jauap.nlp.text.Folding;
import org.jauap.nlp.text.WordNGrams;
import org.jspecify.annotations.Nullable;

/**
 * The one way from a text to features, in training and in service.
 *
 * @param detector tells the language
 * @param lexicon finds the concepts
 * @param votes counts their votes
 * @param labels the labels votes are for
 * @param cyrillic whether the messages are Cyrillic ones, so that Kazakh and Russian in Latin script is to be read as Cyrillic
 */
record Reader(LanguageDetector detector, Lexicon lexicon, Votes votes, List<String> labels, boolean cyrillic) {

    private static final WordNGrams WORDS = new WordNGrams();
    private static final CharacterNGrams CHARACTERS = new CharacterNGrams(2, 5);

    Reading read(String text, @Nullable Language hint) {
        Language language = detector.detect(text, hint);
        String folded = Folding.fold(text, cyrillic && language != Language.EN);
        if (folded.isEmpty()) {
            return new Reading(language, new String[0], new int[0], new String[0], new String[0], new float[0],
                    new double[labels.size()]);
        }
        String[] words = folded.split(" ");
        List<String> nGrams = new ArrayList<>(WORDS.extractFeatures(words, Map.of()));
        nGrams.addAll(CHARACTERS.extractFeatures(words, Map.of()));
        int[] concepts = lexicon.mentionedIn(folded);
        double[] voted = votes.of(concepts);
        List<String> features = new ArrayList<>();
        for (int concept : concepts) {
            features.add("k" + concept);
        }
        for (int label = 0; label < voted.length; label++) {
            if (voted[label] > 0) {
                features.add("v" + label);
            }
        }
        return new Reading(language, words, concepts, nGrams.toArray(String[]::new), features.toArray(String[]::new),
                values(concepts.length, voted, features.size()), voted);
    }

    private static float[] values(int concepts, double[] voted, int size) {
        float[] values = new float[size];
        int at = 0;
        while (at < concepts) {
            values[at++] = 1;
        }
        for (double vote : voted) {
            if (vote > 0) {
                values[at++] = (float) vote;
            }
        }
        return values;
    }

}
