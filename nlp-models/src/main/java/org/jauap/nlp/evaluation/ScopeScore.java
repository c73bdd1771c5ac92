package org.jauap.nlp.evaluation;

/**
 * How well messages out of scope are told from the others.
 *
 * @param recall share of those out of scope that were turned away
 * @param falseRejections share of those in scope that were turned away
 * @param auroc area under the receiver operating characteristic, whatever the threshold
 */
public record ScopeScore(double recall, double falseRejections, double auroc) {
}
