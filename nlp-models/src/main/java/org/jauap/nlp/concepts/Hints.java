package org.jauap.nlp.concepts;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import org.jauap.nlp.text.Folding;

/**
 * What words hint at without being a concept's stem: single words of its phrases, its stems with another ending, the words of its
 * English code. The more concepts a word hints at, the less it says about each.
 */
final class Hints {

    private static final int SHORTEST_PART = 4;
    private static final int SHORTEST_STEM = 5;
    private static final int SHORTEST_OPEN = 6;
    private static final int MOST_CONCEPTS = 100;

    private final StemTrie trie = new StemTrie();

    Hints(List<Concept> concepts) {
        for (int number = 0; number < concepts.size(); number++) {
            Concept concept = concepts.get(number);
            for (String language : ConceptLines.LANGUAGES) {
                for (String stem : concept.stems().getOrDefault(language, List.of())) {
                    addStem(stem.split(" "), number);
                }
            }
            for (String word : concept.code().split("-")) {
                addPart(word, number);
            }
        }
    }

    private void addStem(String[] words, int concept) {
        if (words.length > 1) {
            for (String word : words) {
                addPart(word, concept);
            }
            return;
        }
        String folded = Folding.fold(words[0], false);
        for (String word : folded.split(" ")) {
            if (word.length() >= SHORTEST_STEM) {
                trie.add(word.substring(0, word.length() - 1) + "*", concept);
            }
        }
    }

    private void addPart(String part, int concept) {
        String word = Folding.fold(part, false);
        if (word.length() < SHORTEST_PART || word.indexOf(' ') >= 0) {
            return;
        }
        if (part.endsWith("*")) {
            trie.add(word + "*", concept);
        }
        else {
            trie.add(word.length() < SHORTEST_OPEN ? word : word.substring(0, word.length() - 1) + "*", concept);
        }
    }

    /** How strongly a text's words hint at each concept, by the concept's number. */
    TreeMap<Integer, Float> in(String folded) {
        TreeMap<Integer, Float> strengths = new TreeMap<>();
        BitSet found = new BitSet();
        Set<String> seen = new HashSet<>();
        for (String word : folded.split(" ")) {
            if (!seen.add(word)) {
                continue;
            }
            found.clear();
            trie.match(word, 0, (concept, from, to) -> found.set(concept));
            int count = found.cardinality();
            if (count > 0 && count <= MOST_CONCEPTS) {
                float strength = (float) (1 / Math.sqrt(count));
                found.stream().forEach(concept -> strengths.merge(concept, strength, Float::sum));
            }
        }
        return strengths;
    }

}
