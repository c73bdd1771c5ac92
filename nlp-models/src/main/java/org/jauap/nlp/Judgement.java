package org.jauap.nlp;

/**
 * A classification and the number behind its being in scope or not, for those who measure.
 *
 * @param classification what the gateway acts upon
 * @param outOfScope from 0 to 1, how much speaks for the message being nobody's matter, whatever was decided
 */
public record Judgement(Classification classification, double outOfScope) {
}
