package org.jauap.nlp.concepts;

import java.util.List;
import java.util.Map;

/**
 * One idea and what it points to.
 *
 * @param code short English code, unique in its file
 * @param labels the intents it points to, strongest first
 * @param stems the stems by language code; {@code *} at a word's end stands for any ending, a stem may have several words
 */
public record Concept(String code, List<String> labels, Map<String, List<String>> stems) {

    public Concept {
        labels = List.copyOf(labels);
        stems = Map.copyOf(stems);
    }

    /** A name a reader of that language understands, from the stems alone: the first one without its wildcard. */
    public String name(String language) {
        List<String> own = stems.getOrDefault(language, List.of());
        return own.isEmpty() || language.equals("en") ? code.replace('-', ' ') : own.getFirst().replace("*", "");
    }

}
