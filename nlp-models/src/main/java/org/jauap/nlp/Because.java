package org.jauap.nlp;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.jauap.nlp.concepts.Concept;

/** The concepts of a message that speak for an outcome, by names a citizen and an official can read. */
final class Because {

    private static final int MOST = 5;

    private final Reader reader;

    Because(Reader reader) {
        this.reader = reader;
    }

    List<String> of(Reading reading, int label) {
        if (label < 0) {
            return List.of();
        }
        List<Concept> concepts = reader.lexicon().concepts();
        return Arrays.stream(reading.concepts())
            .boxed()
            .filter(concept -> reader.votes().weightFor(concept, label) > 0)
            .sorted(Comparator.comparingDouble(concept -> -reader.votes().weightFor(concept, label)))
            .limit(MOST)
            .map(concept -> concepts.get(concept).name(reading.language().code()))
            .distinct()
            .toList();
    }

}
