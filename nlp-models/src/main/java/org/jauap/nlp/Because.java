package org.jauap.nlp;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The concepts of a message that speak for an outcome, by names a citizen and an official can read. */
final class Because {

    private static final int MOST = 5;

    private final Reader reader;
    private final List<List<String>> names;

    /** @param names by concept, then language, as {@link ConceptNames} gives them */
    Because(Reader reader, List<List<String>> names) {
        this.reader = reader;
        this.names = names;
    }

    List<String> of(Reading reading, int label) {
        if (label < 0) {
            return List.of();
        }
        return Arrays.stream(reading.concepts())
            .boxed()
            .filter(concept -> reader.votes().weightFor(concept, label) > 0)
            .sorted(Comparator.comparingDouble(concept -> -reader.votes().weightFor(concept, label)))
            .limit(MOST)
            .map(concept -> names.get(concept).get(reading.language().ordinal()))
            .distinct()
            .toList();
    }

}
