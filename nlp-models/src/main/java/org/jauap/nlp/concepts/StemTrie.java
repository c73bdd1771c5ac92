package org.jauap.nlp.concepts;

import java.util.Arrays;

/**
 * Finds stems in a folded text. One letter leads from node to node, {@code ' '} from the end of a word to the next one, and
 * {@code '*'} from any place in a word to that word's end. Where a stem ends, its node holds the stem's concept.
 * A text is read once per word start, no further than the trie reaches, so the time is linear in its length.
 * (Libraries for Aho–Corasick find fixed strings; word boundaries and endings inside phrases would have to be checked after them.)
 */
final class StemTrie {

    private static final int[] NONE = {};
    private static final double FILL = 0.6;

    private long[] keys = new long[1 << 10];
    private int[] targets = new int[1 << 10];
    private int edges;
    private int nodes = 1;
    private int[][] ends = new int[1 << 8][];

    /** Adds a folded stem; words end in {@code *} where any ending may follow. */
    void add(String stem, int concept) {
        int node = 0;
        for (int i = 0; i < stem.length(); i++) {
            node = childOrNew(node, stem.charAt(i));
        }
        if (ends.length <= node) {
            ends = Arrays.copyOf(ends, Math.max(node + 1, ends.length * 2));
        }
        int[] here = ends[node] == null ? NONE : ends[node];
        if (Arrays.stream(here).noneMatch(known -> known == concept)) {
            ends[node] = Arrays.copyOf(here, here.length + 1);
            ends[node][here.length] = concept;
        }
    }

    /** Reports the concepts of all stems that begin with the word at {@code start}; whether there is any. */
    boolean match(String text, int start, Hits hits) {
        return walk(text, start, 0, start, hits);
    }

    private boolean walk(String text, int from, int atNode, int start, Hits hits) {
        boolean found = false;
        int node = atNode;
        int i = from;
        while (true) {
            if (i > from) {
                int any = child(node, '*');
                if (any >= 0) {
                    int end = wordEnd(text, i);
                    found |= report(any, start, end, hits);
                    found |= followNextWord(text, end, any, start, hits);
                }
            }
            if (i > from && (i == text.length() || text.charAt(i) == ' ')) {
                found |= report(node, start, i, hits);
                found |= followNextWord(text, i, node, start, hits);
                return found;
            }
            if (i == text.length()) {
                return found;
            }
            node = child(node, text.charAt(i));
            if (node < 0) {
                return found;
            }
            i++;
        }
    }

    private boolean followNextWord(String text, int end, int node, int start, Hits hits) {
        if (end == text.length()) {
            return false;
        }
        int next = child(node, ' ');
        return next >= 0 && walk(text, end + 1, next, start, hits);
    }

    private boolean report(int node, int start, int end, Hits hits) {
        if (node >= ends.length || ends[node] == null) {
            return false;
        }
        for (int concept : ends[node]) {
            hits.found(concept, start, end);
        }
        return true;
    }

    private static int wordEnd(String text, int from) {
        int end = text.indexOf(' ', from);
        return end < 0 ? text.length() : end;
    }

    int child(int node, char letter) {
        long key = ((long) (node + 1) << 16) | letter;
        int mask = keys.length - 1;
        for (int at = spread(key) & mask; keys[at] != 0; at = (at + 1) & mask) {
            if (keys[at] == key) {
                return targets[at];
            }
        }
        return -1;
    }

    private int childOrNew(int node, char letter) {
        int known = child(node, letter);
        if (known >= 0) {
            return known;
        }
        if (edges + 1 > keys.length * FILL) {
            grow();
        }
        put(((long) (node + 1) << 16) | letter, nodes);
        edges++;
        return nodes++;
    }

    private void put(long key, int target) {
        int mask = keys.length - 1;
        int at = spread(key) & mask;
        while (keys[at] != 0) {
            at = (at + 1) & mask;
        }
        keys[at] = key;
        targets[at] = target;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldTargets = targets;
        keys = new long[oldKeys.length * 2];
        targets = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                put(oldKeys[i], oldTargets[i]);
            }
        }
    }

    private static int spread(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }

    /** Hears of every stem found. */
    @FunctionalInterface
    interface Hits {

        /** A stem of a concept stands from {@code start} to {@code end} in the text. */
        void found(int concept, int start, int end);

    }

}
