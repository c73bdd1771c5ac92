package org.jauap.nlp.concepts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;

import org.jauap.nlp.text.Folding;

/** A set of concepts, and what of it a text mentions. Immutable. */
public final class Lexicon {

    /** What is longer is no word, and slips in it would take long to find. */
    private static final int LONGEST_WORD = 40;

    private final List<Concept> concepts;
    private final StemTrie trie = new StemTrie();
    private final TypoTrie typos = new TypoTrie();
    private final Hints hints;

    /** Prepares the concepts for matching. */
    public Lexicon(List<Concept> concepts) {
        this.concepts = List.copyOf(concepts);
        this.hints = new Hints(this.concepts);
        for (int number = 0; number < this.concepts.size(); number++) {
            Concept concept = this.concepts.get(number);
            for (String language : ConceptLines.LANGUAGES) {
                for (String stem : concept.stems().getOrDefault(language, List.of())) {
                    add(stem, number, !language.equals("en"));
                }
            }
        }
    }

    /** The concepts, in the order of their numbers. */
    public List<Concept> concepts() {
        return concepts;
    }

    /**
     * The numbers of the concepts a text mentions, ascending, each once. A long word with which no stem begins may be one with a slip.
     *
     * @param folded a text as {@link Folding#fold} gives it
     */
    public int[] mentionedIn(String folded) {
        BitSet found = new BitSet(concepts.size());
        int start = 0;
        while (start < folded.length()) {
            int end = folded.indexOf(' ', start);
            int wordEnd = end < 0 ? folded.length() : end;
            if (!trie.match(folded, start, (concept, from, to) -> found.set(concept)) && wordEnd - start <= LONGEST_WORD) {
                typos.match(folded.substring(start, wordEnd), found::set);
            }
            start = wordEnd + 1;
        }
        return found.stream().toArray();
    }

    /**
     * How strongly a text hints at concepts by words that are no stems of theirs but parts or other forms of them: by the concept's
     * number, above 0.
     *
     * @param folded a text as {@link Folding#fold} gives it
     */
    public SortedMap<Integer, Float> hintedIn(String folded) {
        return hints.in(folded);
    }

    /** A stem in Latin letters (a brand, an abbreviation) is also found where it is written in Cyrillic ones. */
    private void add(String stem, int concept, boolean inCyrillicToo) {
        String folded = foldStem(stem, false);
        if (!folded.isEmpty()) {
            add(folded, concept);
        }
        String cyrillic = foldStem(stem, inCyrillicToo);
        if (!cyrillic.equals(folded)) {
            add(cyrillic, concept);
        }
    }

    private void add(String folded, int concept) {
        trie.add(folded, concept);
        typos.add(folded, concept);
    }

    /** A stem as texts are folded, its wildcards kept. */
    static String foldStem(String stem, boolean latinIsCyrillic) {
        List<String> words = new ArrayList<>();
        for (String word : stem.split(" ")) {
            String folded = Folding.fold(word, latinIsCyrillic);
            if (folded.isEmpty()) {
                continue;
            }
            words.add(word.endsWith("*") ? folded + "*" : folded);
        }
        return String.join(" ", words);
    }

}
