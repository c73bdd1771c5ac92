package org.jauap.nlp.concepts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;

import org.jauap.nlp.text.Folding;

/** A set of concepts, and what of it a text mentions. Immutable. */
public final class Lexicon {

    private final List<Concept> concepts;
    private final StemTrie trie = new StemTrie();
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
     * The numbers of the concepts a text mentions, ascending, each once.
     *
     * @param folded a text as {@link Folding#fold} gives it
     */
    public int[] mentionedIn(String folded) {
        BitSet found = new BitSet(concepts.size());
        int start = 0;
        while (start < folded.length()) {
            trie.match(folded, start, (concept, from, to) -> found.set(concept));
            int end = folded.indexOf(' ', start);
            start = end < 0 ? folded.length() : end + 1;
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
            trie.add(folded, concept);
        }
        String cyrillic = foldStem(stem, inCyrillicToo);
        if (!cyrillic.equals(folded)) {
            trie.add(cyrillic, concept);
        }
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
