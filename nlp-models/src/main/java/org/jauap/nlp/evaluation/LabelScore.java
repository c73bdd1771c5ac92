package org.jauap.nlp.evaluation;

/**
 * How well one label is found.
 *
 * @param expected messages that have it
 * @param predicted messages that got it
 * @param right messages that have it and got it
 */
public record LabelScore(int expected, int predicted, int right) {

    LabelScore plus(LabelScore other) {
        return new LabelScore(expected + other.expected, predicted + other.predicted, right + other.right);
    }

    /** Share of the messages that got it which have it; 0 when none got it. */
    public double precision() {
        return predicted == 0 ? 0 : (double) right / predicted;
    }

    /** Share of the messages that have it which got it; 0 when none has it. */
    public double recall() {
        return expected == 0 ? 0 : (double) right / expected;
    }

    /** Harmonic mean of precision and recall. */
    public double f1() {
        return expected + predicted == 0 ? 0 : 2.0 * right / (expected + predicted);
    }

}
