package org.jauap.nlp;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import org.jauap.nlp.concepts.Concept;

/**
 * What concepts say without any training: each votes for its labels with
 * {@code weight(concept) / rank of the label / √(labels of the concept)}.
 */
final class Votes {

    /** How much all hints together count beside all concepts that are mentioned. */
    private static final double HINTS = 0.6;

    private final int[][] labels;
    private final boolean speak;
    private final ConceptWeights weights;
    private final int count;

    /**
     * @param concepts by number
     * @param weights how much each concept tells
     * @param known the labels that can be voted for
     */
    Votes(List<Concept> concepts, ConceptWeights weights, List<String> known) {
        this.weights = weights;
        this.count = known.size();
        this.labels = new int[concepts.size()][];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = concepts.get(i).labels().stream().mapToInt(known::indexOf).toArray();
        }
        this.speak = Arrays.stream(labels).flatMapToInt(Arrays::stream).anyMatch(label -> label >= 0);
    }

    /** The votes by label of the concepts that are mentioned, as they add up. */
    double[] ofMentioned(int[] concepts) {
        double[] votes = new double[count];
        for (int concept : concepts) {
            cast(concept, weights.mentioned()[concept], votes);
        }
        return votes;
    }

    /** The votes by label of the concepts that are hinted at, each with its strength, brought to length 1. */
    double[] ofHinted(SortedMap<Integer, Float> hints) {
        double[] votes = new double[count];
        for (Map.Entry<Integer, Float> hint : hints.entrySet()) {
            cast(hint.getKey(), weights.hinted()[hint.getKey()] * hint.getValue(), votes);
        }
        return toLengthOne(votes);
    }

    /** Both kinds of votes as one. */
    static double[] together(double[] mentioned, double[] hinted) {
        double[] votes = mentioned.clone();
        for (int label = 0; label < votes.length; label++) {
            votes[label] += HINTS * hinted[label];
        }
        return votes;
    }

    /** Whether any concept points to any of the labels: elsewhere the lexicon has nothing to say. */
    boolean speak() {
        return speak;
    }

    /** How much a concept that is mentioned speaks for a label. */
    double weightFor(int concept, int label) {
        for (int rank = 0; rank < labels[concept].length; rank++) {
            if (labels[concept][rank] == label) {
                return weights.mentioned()[concept] / (rank + 1) / Math.sqrt(labels[concept].length);
            }
        }
        return 0;
    }

    ConceptWeights weights() {
        return weights;
    }

    private void cast(int concept, double weight, double[] votes) {
        for (int rank = 0; rank < labels[concept].length; rank++) {
            int label = labels[concept][rank];
            if (label >= 0) {
                votes[label] += weight / (rank + 1) / Math.sqrt(labels[concept].length);
            }
        }
    }

    /** Votes brought to length 1, unless they are all zero. */
    static double[] toLengthOne(double[] cast) {
        double[] votes = cast.clone();
        double squares = 0;
        for (double vote : votes) {
            squares += vote * vote;
        }
        if (squares > 0) {
            double length = Math.sqrt(squares);
            for (int i = 0; i < votes.length; i++) {
                votes[i] /= length;
            }
        }
        return votes;
    }

}
