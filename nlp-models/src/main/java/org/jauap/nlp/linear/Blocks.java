package org.jauap.nlp.linear;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Turns counts into the numbers a linear model works on. A feature's block is its name's first character. A count becomes
 * (1 + ln count) times the feature's inverse document frequency, then each block of a document is brought to its length: 1, or one half.
 * The values of raw blocks are taken as they are before that.
 *
 * @param idf inverse document frequency by row
 * @param block block by row
 * @param raw by block, whether values are taken as they are
 * @param length by block, what it is brought to
 */
record Blocks(float[] idf, byte[] block, boolean[] raw, float[] length) {

    /**
     * Which blocks are not as the others, by their names, one character each.
     *
     * @param raw whose values are taken as they are
     * @param half that count half
     */
    record Kinds(String raw, String half) {
    }

    static Blocks of(float[] idf, byte[] block, String names, Kinds kinds) {
        boolean[] raw = new boolean[names.length()];
        float[] length = new float[names.length()];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = kinds.raw().indexOf(names.charAt(i)) >= 0;
            length[i] = kinds.half().indexOf(names.charAt(i)) >= 0 ? 0.5f : 1;
        }
        return new Blocks(idf, block, raw, length);
    }

    /** ln((1 + documents) / (1 + documents with it)) + 1. */
    static float inverseDocumentFrequency(int documents, int documentsWithIt) {
        return (float) (Math.log((1.0 + documents) / (1.0 + documentsWithIt)) + 1);
    }

    /**
     * Weighs one document in place.
     *
     * @param rows its features' rows, each once
     * @param values in: counts or raw values; out: weights
     * @param count how many of both are in use
     */
    void weigh(int[] rows, float[] values, int count) {
        double[] squares = new double[raw.length];
        for (int i = 0; i < count; i++) {
            int b = block[rows[i]];
            if (!raw[b]) {
                values[i] = (values[i] == 1 ? 1 : (float) (1 + Math.log(values[i]))) * idf[rows[i]];
            }
            squares[b] += (double) values[i] * values[i];
        }
        for (int i = 0; i < count; i++) {
            int b = block[rows[i]];
            values[i] *= (float) (length[b] / Math.sqrt(squares[b]));
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(raw.length);
        for (int b = 0; b < raw.length; b++) {
            out.writeBoolean(raw[b]);
            out.writeFloat(length[b]);
        }
        for (int row = 0; row < idf.length; row++) {
            out.writeFloat(idf[row]);
            out.writeByte(block[row]);
        }
    }

    static Blocks read(DataInputStream in, int size) throws IOException {
        boolean[] raw = new boolean[in.readByte()];
        float[] length = new float[raw.length];
        for (int b = 0; b < raw.length; b++) {
            raw[b] = in.readBoolean();
            length[b] = in.readFloat();
        }
        float[] idf = new float[size];
        byte[] block = new byte[size];
        for (int row = 0; row < size; row++) {
            idf[row] = in.readFloat();
            block[row] = in.readByte();
        }
        return new Blocks(idf, block, raw, length);
    }

}
