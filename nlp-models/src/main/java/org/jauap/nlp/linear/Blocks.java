package org.jauap.nlp.linear;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Which block each feature belongs to and how much it weighs there.
 *
 * @param idf inverse document frequency by row
 * @param block block by row
 * @param raw by block, whether values are taken as they are
 */
record Blocks(float[] idf, byte[] block, boolean[] raw) {

    void weigh(int[] rows, float[] values, int length) {
        Weighting.weigh(rows, values, length, idf, block, raw);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(raw.length);
        for (boolean each : raw) {
            out.writeBoolean(each);
        }
        for (int row = 0; row < idf.length; row++) {
            out.writeFloat(idf[row]);
            out.writeByte(block[row]);
        }
    }

    static Blocks read(DataInputStream in, int size) throws IOException {
        boolean[] raw = new boolean[in.readByte()];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = in.readBoolean();
        }
        float[] idf = new float[size];
        byte[] block = new byte[size];
        for (int row = 0; row < size; row++) {
            idf[row] = in.readFloat();
            block[row] = in.readByte();
        }
        return new Blocks(idf, block, raw);
    }

}
