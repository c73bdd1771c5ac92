package org.jauap.nlp.linear;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Weights by feature and outcome, only those that matter, each a signed byte times its feature's scale.
 *
 * @param starts where a row's weights start; one more than there are rows
 * @param outcomes the outcome of each weight
 * @param steps each weight in steps of its row's scale
 * @param scales by row
 */
record SparseWeights(int[] starts, short[] outcomes, byte[] steps, float[] scales) {

    private static final int STEPS = 127;

    /** Adds a row's weights, times a feature's value, to the margins. */
    void addTo(double[] margins, int row, float value) {
        float factor = value * scales[row];
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            margins[outcomes[i]] += factor * steps[i];
        }
    }

    /**
     * Keeps the weightiest of all weights.
     *
     * @param byOutcome weights by outcome, then row
     * @param most how many to keep at most
     */
    static SparseWeights of(float[][] byOutcome, int rows, int most) {
        float least = threshold(byOutcome, most);
        int[] starts = new int[rows + 1];
        float[] scales = new float[rows];
        for (int row = 0; row < rows; row++) {
            float largest = 0;
            for (float[] weights : byOutcome) {
                largest = Math.max(largest, Math.abs(weights[row]));
            }
            scales[row] = largest / STEPS;
            int kept = 0;
            for (float[] weights : byOutcome) {
                kept += isKept(weights[row], least, scales[row]) ? 1 : 0;
            }
            starts[row + 1] = starts[row] + kept;
        }
        short[] outcomes = new short[starts[rows]];
        byte[] steps = new byte[starts[rows]];
        int at = 0;
        for (int row = 0; row < rows; row++) {
            for (int outcome = 0; outcome < byOutcome.length; outcome++) {
                float weight = byOutcome[outcome][row];
                if (isKept(weight, least, scales[row])) {
                    outcomes[at] = (short) outcome;
                    steps[at++] = (byte) Math.round(weight / scales[row]);
                }
            }
        }
        return new SparseWeights(starts, outcomes, steps, scales);
    }

    private static boolean isKept(float weight, float least, float scale) {
        float size = Math.abs(weight);
        return size > 0 && size >= least && Math.round(size / scale) > 0;
    }

    /** The size below which weights are dropped so that not more than {@code most} remain, from a histogram of sizes. */
    private static float threshold(float[][] byOutcome, int most) {
        int[] histogram = new int[4096];
        for (float[] weights : byOutcome) {
            for (float weight : weights) {
                histogram[bin(weight)]++;
            }
        }
        long kept = 0;
        for (int bin = histogram.length - 1; bin > 0; bin--) {
            kept += histogram[bin];
            if (kept > most) {
                return Float.intBitsToFloat((bin + 1) << 19);
            }
        }
        return 0;
    }

    /** Sizes share a bin when their exponent and the first four bits of the fraction are the same. */
    private static int bin(float weight) {
        return Float.floatToRawIntBits(Math.abs(weight)) >>> 19;
    }

    void write(DataOutputStream out) throws IOException {
        for (int row = 0; row < scales.length; row++) {
            out.writeFloat(scales[row]);
            out.writeShort(starts[row + 1] - starts[row]);
        }
        for (short outcome : outcomes) {
            out.writeShort(outcome);
        }
        out.write(steps);
    }

    static SparseWeights read(DataInputStream in, int rows) throws IOException {
        int[] starts = new int[rows + 1];
        float[] scales = new float[rows];
        for (int row = 0; row < rows; row++) {
            scales[row] = in.readFloat();
            starts[row + 1] = starts[row] + in.readUnsignedShort();
        }
        short[] outcomes = new short[starts[rows]];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = in.readShort();
        }
        byte[] steps = new byte[starts[rows]];
        in.readFully(steps);
        return new SparseWeights(starts, outcomes, steps, scales);
    }

}
