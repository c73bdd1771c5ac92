package org.jauap.nlp;

import java.util.List;

import org.jauap.nlp.linear.Logistic;
import org.jspecify.annotations.Nullable;

/**
 * Whether a message has one of the special outcomes, or whether its likeliest intent is right, which the blend alone does not tell well
 * enough. Signs are: how the label's score compares to the best intent's, which concepts of its own are mentioned, what each member
 * thinks of it, how sure the blend is of anything, how much of the message is unheard of, how long it is, and how strongly any intent's
 * concepts are mentioned.
 *
 * @param target the outcome's label; -1 where the model has none for it, so that only doubt and novelty speak
 * @param logistic weighs the signs; {@code null} where there was too little to learn from
 */
record Detector(int target, @Nullable Logistic logistic) {

    private static final int FEWEST_EXAMPLES = 20;
    private static final int COMMON_SIGNS = 8;

    /** The probability of the outcome, from 0 to 1. */
    double probability(Opinions opinions, Blend blend, boolean[] special) {
        if (logistic != null) {
            return logistic.probability(signs(opinions, blend, special));
        }
        double[] probabilities = blend.probabilities(opinions.byMember());
        if (target >= 0) {
            return probabilities[target];
        }
        double best = 0;
        for (double probability : probabilities) {
            best = Math.max(best, probability);
        }
        return 1 - best;
    }

    static Detector fit(int target, List<Opinions> opinions, boolean[] positive, Blend blend, boolean[] special) {
        int examples = 0;
        for (boolean each : positive) {
            examples += each ? 1 : 0;
        }
        Detector plain = new Detector(target, null);
        if (examples < FEWEST_EXAMPLES || positive.length - examples < FEWEST_EXAMPLES) {
            return plain;
        }
        double[][] signs = opinions.stream().map(each -> plain.signs(each, blend, special)).toArray(double[][]::new);
        return new Detector(target, Logistic.fit(signs, positive));
    }

    private double[] signs(Opinions opinions, Blend blend, boolean[] special) {
        double[] scores = blend.scores(opinions.byMember());
        double first = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < scores.length; label++) {
            if (special[label]) {
                continue;
            }
            if (scores[label] > first) {
                second = first;
                first = scores[label];
            }
            else if (scores[label] > second) {
                second = scores[label];
            }
        }
        double sum = 0;
        for (int label = 0; label < scores.length; label++) {
            sum += special[label] ? 0 : Math.exp(scores[label] - first);
        }
        int members = opinions.byMember().length;
        double[] signs = new double[target < 0 ? COMMON_SIGNS : COMMON_SIGNS + 3 + members];
        signs[0] = finite(first);
        signs[1] = finite(first - second);
        signs[2] = finite(first + Math.log(sum));
        signs[3] = sum == 0 ? 0 : 1 / sum;
        signs[4] = opinions.unknownWords();
        signs[5] = opinions.unknownPairs();
        signs[6] = Math.log(1 + opinions.words());
        signs[7] = strongestMention(opinions.mentions(), special);
        if (target >= 0) {
            signs[COMMON_SIGNS] = finite(scores[target] - first);
            signs[COMMON_SIGNS + 1] = opinions.mentions()[target];
            signs[COMMON_SIGNS + 2] = opinions.mentions()[target] - strongestMention(opinions.mentions(), special);
            for (int member = 0; member < members; member++) {
                signs[COMMON_SIGNS + 3 + member] = opinions.byMember()[member][target];
            }
        }
        return signs;
    }

    private static double strongestMention(double[] mentions, boolean[] special) {
        double strongest = 0;
        for (int label = 0; label < mentions.length; label++) {
            strongest = special[label] ? strongest : Math.max(strongest, mentions[label]);
        }
        return strongest;
    }

    /** There may be no intent or only one to compare with. */
    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }

}
