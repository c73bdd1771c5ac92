package org.jauap.nlp.linear;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Rows of numbers, each a byte times its row's scale.
 *
 * @param width numbers in a row
 * @param bytes row by row
 * @param scales by row
 */
record ByteRows(int width, byte[] bytes, float[] scales) {

    static ByteRows of(float[] numbers, int width) {
        byte[] bytes = new byte[numbers.length];
        float[] scales = new float[numbers.length / width];
        for (int row = 0; row < scales.length; row++) {
            float largest = 0;
            for (int i = row * width; i < (row + 1) * width; i++) {
                largest = Math.max(largest, Math.abs(numbers[i]));
            }
            scales[row] = largest / Byte.MAX_VALUE;
            for (int i = row * width; largest > 0 && i < (row + 1) * width; i++) {
                bytes[i] = (byte) Math.round(numbers[i] / scales[row]);
            }
        }
        return new ByteRows(width, bytes, scales);
    }

    /** Adds a row, times a factor, to a sum. */
    void addTo(float[] sum, int row, float factor) {
        float scaled = factor * scales[row];
        int from = row * width;
        for (int i = 0; i < width; i++) {
            sum[i] += scaled * bytes[from + i];
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(width);
        out.writeInt(scales.length);
        for (float scale : scales) {
            out.writeFloat(scale);
        }
        out.write(bytes);
    }

    static ByteRows read(DataInputStream in) throws IOException {
        int width = in.readInt();
        float[] scales = new float[in.readInt()];
        for (int row = 0; row < scales.length; row++) {
            scales[row] = in.readFloat();
        }
        byte[] bytes = new byte[scales.length * width];
        in.readFully(bytes);
        return new ByteRows(width, bytes, scales);
    }

}
