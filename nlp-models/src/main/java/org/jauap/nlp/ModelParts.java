package org.jauap.nlp;

/**
 * All that a classifier consists of and that its file keeps.
 *
 * @param version fingerprint of the data
 * @param reader from text to features
 * @param members the models; {@code null} where only votes count, in the zero-shot mode
 * @param blend weighs the members
 * @param thresholds from probabilities to decisions
 * @param idf by concept, what the votes weigh
 */
record ModelParts(String version, Reader reader, @org.jspecify.annotations.Nullable Members members, Blend blend, Thresholds thresholds,
        float[] idf) {

    double[] probabilities(Reading reading) {
        double[][] opinions = members == null ? new double[][] {reading.votes()} : members.opinions(reading, reader.labels());
        return blend.probabilities(opinions);
    }

}
