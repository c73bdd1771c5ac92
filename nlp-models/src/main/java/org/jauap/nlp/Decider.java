package org.jauap.nlp;

import java.util.List;

/**
 * From the members' opinions to probabilities and a decision.
 *
 * @param blend weighs the members
 * @param outOfScope tells nobody's matters
 * @param emergency tells emergencies
 * @param right tells whether the likeliest intent is the right one
 * @param thresholds from probabilities to decisions
 */
record Decider(Blend blend, Detector outOfScope, Detector emergency, Detector right, Thresholds thresholds) {

    /** Which labels are no intents. */
    static boolean[] special(List<String> labels) {
        boolean[] special = new boolean[labels.size()];
        for (int label = 0; label < special.length; label++) {
            special[label] = !SpecialLabels.isIntent(labels.get(label));
        }
        return special;
    }

    /** Whether it has learned what messages out of scope are like, rather than taking all it is unsure of for strange. */
    boolean knowsChatter() {
        return outOfScope.logistic() != null;
    }

    /** Everything that follows from the opinions of one message. */
    Outcome outcome(Opinions opinions, boolean[] special) {
        double[] probabilities = blend.probabilities(opinions.byMember());
        int best = -1;
        for (int label = 0; label < special.length; label++) {
            if (!special[label] && (best < 0 || probabilities[label] > probabilities[best])) {
                best = label;
            }
        }
        double confidence = best < 0 ? 0 : probabilities[best];
        if (best >= 0 && right.logistic() != null) {
            confidence = right.probability(opinions, blend, special);
            settle(probabilities, best, confidence);
        }
        double strangeness = outOfScope.probability(opinions, blend, special);
        double alarm = emergency.target() < 0 ? 0 : emergency.probability(opinions, blend, special);
        return new Outcome(probabilities, best, confidence, strangeness, alarm);
    }

    /** The likeliest gets its calibrated confidence, the others share the rest as before, none above it. */
    private static void settle(double[] probabilities, int best, double confidence) {
        double rest = 1 - probabilities[best];
        double share = rest <= 0 ? 0 : (1 - confidence) / rest;
        for (int label = 0; label < probabilities.length; label++) {
            probabilities[label] = Math.min(confidence, probabilities[label] * share);
        }
        probabilities[best] = confidence;
    }

    Decision decide(Outcome outcome) {
        if (outcome.alarm() >= thresholds.emergency()) {
            return Decision.EMERGENCY;
        }
        if (outcome.best() < 0 || outcome.strangeness() >= thresholds.outOfScope()) {
            return Decision.OUT_OF_SCOPE;
        }
        return outcome.confidence() >= thresholds.route() ? Decision.ROUTE : Decision.ASK;
    }

    /**
     * What is known of a message before deciding.
     *
     * @param probabilities by label
     * @param best the likeliest intent; -1 when the model has none
     * @param confidence probability that it is the right one
     * @param strangeness probability of being nobody's matter
     * @param alarm probability of being an emergency
     */
    record Outcome(double[] probabilities, int best, double confidence, double strangeness, double alarm) {
    }

}
