package org.jauap.nlp;

/**
 * What the members think of a message, and how much of it they have never met.
 *
 * @param byMember by member, then label
 * @param mentions by label, how strongly mentioned concepts point to it
 * @param unknownWords from 0 to 1, the weight of the words no training message has
 * @param unknownPairs from 0 to 1, the share of the pairs of neighbouring words no training message has
 * @param words how many words it has
 */
record Opinions(double[][] byMember, double[] mentions, double unknownWords, double unknownPairs, int words) {
}
