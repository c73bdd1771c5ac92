package org.jauap.nlp.concepts;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Finds long stems in words that are one slip of the finger away from them: a letter changed, left out, doubled or put in, or two
 * neighbours swapped. The last letter of a stem with an open ending must be right, since other endings are no slips.
 * A trie whose nodes know their children; one wrong step is allowed on the way down.
 */
final class TypoTrie {

    /** In shorter stems one letter more or less makes another word. */
    static final int SHORTEST_STEM = 7;

    private static final int ROOT = 0;
    private static final int NONE = -1;
    private static final int[] NOTHING = {};

    private char[] letters = new char[1 << 10];
    private int[] firstChild = new int[1 << 10];
    private int[] nextSibling = new int[1 << 10];
    private int[][] openEnds = new int[1 << 10][];
    private int[][] closedEnds = new int[1 << 10][];
    private int nodes = 1;

    TypoTrie() {
        firstChild[ROOT] = NONE;
        nextSibling[ROOT] = NONE;
    }

    /** Adds a folded stem of one word, if it is long enough. */
    void add(String stem, int concept) {
        boolean open = stem.endsWith("*");
        String word = open ? stem.substring(0, stem.length() - 1) : stem;
        if (word.length() < SHORTEST_STEM || word.indexOf(' ') >= 0 || !word.chars().allMatch(Character::isLetter)) {
            return;
        }
        int node = ROOT;
        for (int i = 0; i < word.length(); i++) {
            node = childOrNew(node, word.charAt(i));
        }
        int[][] ends = open ? openEnds : closedEnds;
        int[] here = ends[node] == null ? NOTHING : ends[node];
        if (Arrays.stream(here).noneMatch(known -> known == concept)) {
            ends[node] = Arrays.copyOf(here, here.length + 1);
            ends[node][here.length] = concept;
        }
    }

    /** Reports the concepts of all stems that the word has with exactly one slip or none; one may be reported several times. */
    void match(CharSequence word, IntConsumer found) {
        if (word.length() >= SHORTEST_STEM - 1) {
            walk(word, 0, ROOT, false, false, found);
        }
    }

    /**
     * @param at the next letter of the word
     * @param slipped whether the one slip has been made
     * @param steady whether the last step was a right letter
     */
    private void walk(CharSequence word, int at, int node, boolean slipped, boolean steady, IntConsumer found) {
        if (steady && openEnds[node] != null) {
            report(openEnds[node], found);
        }
        if (closedEnds[node] != null && (at == word.length() || (!slipped && at == word.length() - 1))) {
            report(closedEnds[node], found);
        }
        for (int child = firstChild[node]; child != NONE; child = nextSibling[child]) {
            if (at < word.length() && letters[child] == word.charAt(at)) {
                walk(word, at + 1, child, slipped, true, found);
            }
            else if (!slipped && at < word.length()) {
                walk(word, at + 1, child, true, false, found);
            }
            if (!slipped) {
                walk(word, at, child, true, false, found);
                swapped(word, at, child, found);
            }
        }
        if (!slipped && at < word.length()) {
            walk(word, at + 1, node, true, false, found);
        }
    }

    private void swapped(CharSequence word, int at, int child, IntConsumer found) {
        if (at + 1 < word.length() && letters[child] == word.charAt(at + 1)) {
            int next = child(child, word.charAt(at));
            if (next != NONE) {
                walk(word, at + 2, next, true, false, found);
            }
        }
    }

    private static void report(int[] concepts, IntConsumer found) {
        for (int concept : concepts) {
            found.accept(concept);
        }
    }

    private int child(int node, char letter) {
        int child = firstChild[node];
        while (child != NONE && letters[child] != letter) {
            child = nextSibling[child];
        }
        return child;
    }

    private int childOrNew(int node, char letter) {
        int known = child(node, letter);
        if (known != NONE) {
            return known;
        }
        if (nodes == letters.length) {
            int size = nodes * 2;
            letters = Arrays.copyOf(letters, size);
            firstChild = Arrays.copyOf(firstChild, size);
            nextSibling = Arrays.copyOf(nextSibling, size);
            openEnds = Arrays.copyOf(openEnds, size);
            closedEnds = Arrays.copyOf(closedEnds, size);
        }
        letters[nodes] = letter;
        firstChild[nodes] = NONE;
        nextSibling[nodes] = firstChild[node];
        firstChild[node] = nodes;
        return nodes++;
    }

}
