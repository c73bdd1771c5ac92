package org.jauap.nlp.concepts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One idea and what it points to.
 *
 * @param code short English code, unique in its file
 * @param labels the intents it points to, strongest first
 * @param stems the stems by language code; {@code *} at a word's end stands for any ending, a stem may have several words
 * @param names what a reader calls it, by language code; a language may be missing
 */
public record Concept(String code, List<String> labels, Map<String, List<String>> stems, Map<String, String> names) {

    public Concept {
        labels = List.copyOf(labels);
        stems = Map.copyOf(stems);
        names = Map.copyOf(names);
    }

    /** A concept that has no readable names of its own. */
    public Concept(String code, List<String> labels, Map<String, List<String>> stems) {
        this(code, labels, stems, Map.of());
    }

    /** What a reader of that language calls it, if that was written down. */
    public Optional<String> name(String language) {
        return Optional.ofNullable(names.get(language));
    }

    /** The same, pointing to other labels. */
    public Concept pointingTo(List<String> others) {
        return new Concept(code, others, stems, names);
    }

}
