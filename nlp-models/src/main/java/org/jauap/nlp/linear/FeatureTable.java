package org.jauap.nlp.linear;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Rows of features by the 64-bit hash of their names: names themselves are not kept. */
final class FeatureTable {

    private static final double FILL = 0.6;

    private final long[] hashes;
    private long[] keys = {};
    private int[] rows = {};

    /** @param hashes the features' hashes by row, none twice, none zero */
    FeatureTable(long[] hashes) {
        this.hashes = hashes;
        int size = Integer.highestOneBit(Math.max(2, (int) (hashes.length / FILL))) * 2;
        keys = new long[size];
        rows = new int[size];
        for (int row = 0; row < hashes.length; row++) {
            int at = (int) (hashes[row] >>> 32) & (size - 1);
            while (keys[at] != 0) {
                at = (at + 1) & (size - 1);
            }
            keys[at] = hashes[row];
            rows[at] = row;
        }
    }

    /** The feature's row, or -1 when the model does not know it. */
    int row(String feature) {
        long hash = hash(feature);
        int mask = keys.length - 1;
        for (int at = (int) (hash >>> 32) & mask; keys[at] != 0; at = (at + 1) & mask) {
            if (keys[at] == hash) {
                return rows[at];
            }
        }
        return -1;
    }

    int size() {
        return hashes.length;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(hashes.length);
        for (long hash : hashes) {
            out.writeLong(hash);
        }
    }

    static FeatureTable read(DataInputStream in) throws IOException {
        long[] hashes = new long[in.readInt()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = in.readLong();
        }
        return new FeatureTable(hashes);
    }

    /** FNV-1a over UTF-16 units, finished with a multiplication so that all bits depend on all letters; never zero. */
    static long hash(String feature) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < feature.length(); i++) {
            hash = (hash ^ feature.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
        return hash == 0 ? 1 : hash;
    }

}
