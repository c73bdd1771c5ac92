package org.jauap.nlp.linear;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The features of one text that a model knows, as the numbers it works on.
 *
 * @param rows each once, ascending
 * @param values their weights
 * @param count how many of both are in use
 */
record Weighed(int[] rows, float[] values, int count) {

    static Weighed of(FeatureTable table, Blocks blocks, String[] context, float @Nullable [] values) {
        long[] found = new long[context.length];
        int known = 0;
        for (int i = 0; i < context.length; i++) {
            int row = table.row(context[i]);
            if (row >= 0) {
                found[known++] = ((long) row << 32) | i;
            }
        }
        Arrays.sort(found, 0, known);
        int[] rows = new int[known];
        float[] numbers = new float[known];
        int length = 0;
        for (int i = 0; i < known; i++) {
            int row = (int) (found[i] >>> 32);
            float value = values == null ? 1 : values[(int) found[i]];
            if (length > 0 && rows[length - 1] == row) {
                numbers[length - 1] += value;
            }
            else {
                rows[length] = row;
                numbers[length++] = value;
            }
        }
        blocks.weigh(rows, numbers, length);
        return new Weighed(rows, numbers, length);
    }

}
