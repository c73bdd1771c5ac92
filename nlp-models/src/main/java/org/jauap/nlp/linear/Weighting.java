package org.jauap.nlp.linear;

/**
 * Turns counts into the numbers a linear model works on: 1 + ln(count), times the feature's inverse document frequency, each block of
 * features brought to length 1. A feature's block is its name's first character. Blocks in {@code raw} keep their values and are
 * only brought to length 1.
 */
final class Weighting {

    private Weighting() {
    }

    /** Inverse document frequency, smoothed: ln((1 + documents) / (1 + documents with it)) + 1. */
    static float inverseDocumentFrequency(int documents, int documentsWithIt) {
        return (float) (Math.log((1.0 + documents) / (1.0 + documentsWithIt)) + 1);
    }

    /**
     * Weighs one document in place.
     *
     * @param rows its features' rows, each once
     * @param values in: counts or raw values; out: weights
     * @param length how many of both are in use
     * @param idf by row
     * @param block by row
     * @param raw by block, whether values are taken as they are
     */
    static void weigh(int[] rows, float[] values, int length, float[] idf, byte[] block, boolean[] raw) {
        double[] squares = new double[raw.length];
        for (int i = 0; i < length; i++) {
            int b = block[rows[i]];
            if (!raw[b]) {
                values[i] = (float) ((1 + Math.log(values[i])) * idf[rows[i]]);
            }
            squares[b] += (double) values[i] * values[i];
        }
        for (int i = 0; i < length; i++) {
            values[i] /= (float) Math.sqrt(squares[block[rows[i]]]);
        }
    }

}
