package org.jauap.nlp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jauap.nlp.concepts.Concept;
import org.jauap.nlp.text.Folding;

/**
 * Readable names of concepts: the ones they were given. Where there is none, the English name is the code; in Kazakh and Russian the
 * concept is called by its first stem, each open ending of which gets the form that the messages use most.
 */
final class ConceptNames {

    private final Map<Language, NavigableMap<String, Integer>> words = new HashMap<>();

    ConceptNames(List<Message> messages) {
        for (Language language : Language.values()) {
            words.put(language, new TreeMap<>());
        }
        for (Message message : messages) {
            if (message.language() != null) {
                NavigableMap<String, Integer> own = words.get(message.language());
                for (String word : Folding.lower(message.text()).split("[^\\p{L}\\p{N}-]+")) {
                    own.merge(word, 1, Integer::sum);
                }
            }
        }
    }

    /** The names by concept, then by language in the order of {@link Language}. */
    List<List<String>> of(List<Concept> concepts) {
        List<List<String>> names = new ArrayList<>();
        for (Concept concept : concepts) {
            List<String> byLanguage = new ArrayList<>();
            for (Language language : Language.values()) {
                byLanguage.add(name(concept, language));
            }
            names.add(byLanguage);
        }
        return names;
    }

    private String name(Concept concept, Language language) {
        return concept.name(language.code()).orElseGet(() -> nameFromStems(concept, language));
    }

    private String nameFromStems(Concept concept, Language language) {
        List<String> stems = concept.stems().getOrDefault(language.code(), List.of());
        if (language == Language.EN || stems.isEmpty()) {
            return concept.code().replace('-', ' ');
        }
        List<String> completed = new ArrayList<>();
        for (String word : stems.getFirst().split(" ")) {
            completed.add(word.endsWith("*") ? commonest(word.substring(0, word.length() - 1), words.get(language)) : word);
        }
        return String.join(" ", completed);
    }

    private static String commonest(String stem, NavigableMap<String, Integer> known) {
        String best = stem;
        int most = 0;
        for (Map.Entry<String, Integer> word : known.tailMap(stem, true).entrySet()) {
            if (!word.getKey().startsWith(stem)) {
                break;
            }
            boolean shorter = word.getKey().length() < best.length();
            if (word.getValue() > most || (word.getValue() == most && shorter)) {
                most = word.getValue();
                best = word.getKey();
            }
        }
        return best;
    }

}
