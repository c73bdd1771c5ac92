package org.jauap.nlp;

import java.util.List;

import org.jauap.nlp.linear.Softmax;

/**
 * The members' weights: probabilities are the softmax of the weighted sum of their opinions. The weights carry the temperature too,
 * so that probabilities mean what they say on messages the members have not learned from.
 *
 * @param weights by member, none negative
 */
record Blend(double[] weights) {

    private static final int ROUNDS = 60;
    private static final double FIRST_STEP = 2;

    double[] probabilities(double[][] opinions) {
        return Softmax.of(scores(opinions), 1);
    }

    /** The weighted sums by label. */
    double[] scores(double[][] opinions) {
        double[] scores = new double[opinions[0].length];
        for (int member = 0; member < weights.length; member++) {
            for (int label = 0; label < scores.length; label++) {
                scores[label] += weights[member] * opinions[member][label];
            }
        }
        return scores;
    }

    /**
     * The weights under which held-out messages are likeliest. The likelihood has one peak only, so turning one weight after the
     * other, in ever smaller steps, finds it.
     *
     * @param opinions by message, member, label
     * @param right by message, the right label
     */
    static Blend fit(List<double[][]> opinions, int[] right) {
        int members = opinions.getFirst().length;
        double[] weights = new double[members];
        java.util.Arrays.fill(weights, 2);
        double best = loss(weights, opinions, right);
        double step = FIRST_STEP;
        for (int round = 0; round < ROUNDS && step > 0.02; round++) {
            boolean better = false;
            for (int member = 0; member < members; member++) {
                for (double direction : new double[] {step, -step}) {
                    double[] tried = weights.clone();
                    tried[member] = Math.max(0, tried[member] + direction);
                    double loss = loss(tried, opinions, right);
                    if (loss < best - 1e-9) {
                        best = loss;
                        weights = tried;
                        better = true;
                        break;
                    }
                }
            }
            if (!better) {
                step /= 2;
            }
        }
        return new Blend(weights);
    }

    /** The same, but for one member that counts at least so much. */
    Blend withAtLeast(int member, double weight) {
        double[] changed = weights.clone();
        changed[member] = Math.max(changed[member], weight);
        return new Blend(changed);
    }

    private static double loss(double[] weights, List<double[][]> opinions, int[] right) {
        Blend blend = new Blend(weights);
        double loss = 0;
        for (int i = 0; i < right.length; i++) {
            loss -= Math.log(Math.max(1e-12, blend.probabilities(opinions.get(i))[right[i]]));
        }
        return loss / right.length;
    }

}
