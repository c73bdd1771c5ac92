package org.jauap.nlp;

import java.util.Arrays;

/**
 * What the models see of a message.
 *
 * @param language the language it is written in
 * @param words its words, folded
 * @param concepts numbers of the concepts it mentions
 * @param nGrams features of its words and characters
 * @param conceptFeatures features of the concepts it mentions (block k) and hints at (p), and of the labels both vote for (v, h)
 * @param conceptValues a number for each of {@code conceptFeatures}
 * @param votes the lexicon's votes by label
 * @param mentions the votes of the mentioned concepts alone, by label, as they add up
 */
record Reading(Language language, String[] words, int[] concepts, String[] nGrams, String[] conceptFeatures,
        float[] conceptValues, double[] votes, double[] mentions) {

    /** All features, those of words and characters first. */
    String[] allFeatures() {
        String[] all = Arrays.copyOf(nGrams, nGrams.length + conceptFeatures.length);
        System.arraycopy(conceptFeatures, 0, all, nGrams.length, conceptFeatures.length);
        return all;
    }

    /** A number for each of {@link #allFeatures}. */
    float[] allValues() {
        float[] all = new float[nGrams.length + conceptValues.length];
        Arrays.fill(all, 0, nGrams.length, 1);
        System.arraycopy(conceptValues, 0, all, nGrams.length, conceptValues.length);
        return all;
    }

    /** Whether there is nothing in it to go by. */
    boolean isEmpty() {
        return words.length == 0;
    }

}
