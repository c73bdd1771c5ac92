package org.jauap.nlp;

import java.util.List;

import org.jauap.nlp.concepts.Concept;

/**
 * What concepts say without any training: each votes for its labels with
 * {@code idf(concept) / rank of the label / √(labels of the concept)}.
 */
final class Votes {

    private final int[][] labels;
    private final float[] idf;
    private final int count;

    /**
     * @param concepts by number
     * @param idf inverse document frequency by concept's number
     * @param known the labels that can be voted for
     */
    Votes(List<Concept> concepts, float[] idf, List<String> known) {
        this.idf = idf;
        this.count = known.size();
        this.labels = new int[concepts.size()][];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = concepts.get(i).labels().stream().mapToInt(known::indexOf).toArray();
        }
    }

    /** The votes by label for a message that mentions these concepts, brought to length 1; all zero when there are none. */
    double[] of(int[] concepts) {
        double[] votes = new double[count];
        for (int concept : concepts) {
            for (int rank = 0; rank < labels[concept].length; rank++) {
                int label = labels[concept][rank];
                if (label >= 0) {
                    votes[label] += weight(concept, rank);
                }
            }
        }
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

    /** How much a concept speaks for a label. */
    double weightFor(int concept, int label) {
        for (int rank = 0; rank < labels[concept].length; rank++) {
            if (labels[concept][rank] == label) {
                return weight(concept, rank);
            }
        }
        return 0;
    }

    float[] idf() {
        return idf;
    }

    private double weight(int concept, int rank) {
        return idf[concept] / (rank + 1) / Math.sqrt(labels[concept].length);
    }

}
