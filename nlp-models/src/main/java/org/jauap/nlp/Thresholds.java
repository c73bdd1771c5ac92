package org.jauap.nlp;

/**
 * From probabilities to a decision.
 *
 * @param route confidence from which on a message is registered without asking
 * @param outOfScope from which probability of being nobody's matter on nothing is registered or asked
 * @param emergency from which probability of an emergency on the emergency numbers come first
 */
record Thresholds(double route, double outOfScope, double emergency) {

    /** Where nothing could be measured. */
    static final Thresholds CAUTIOUS = new Thresholds(0.7, 0.5, 0.3);

}
