package org.jauap.nlp.linear;

/** Probabilities from scores. */
public final class Softmax {

    private Softmax() {
    }

    /** exp(score / temperature), brought to the sum 1. */
    public static double[] of(double[] scores, double temperature) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double[] probabilities = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] = Math.exp((scores[i] - highest) / temperature);
            sum += probabilities[i];
        }
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }

}
