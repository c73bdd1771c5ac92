package org.jauap.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jauap.nlp.concepts.Concept;
import org.jauap.nlp.concepts.ConceptLines;
import org.jauap.nlp.concepts.Lexicon;
import org.jauap.nlp.text.Folding;
import org.junit.jupiter.api.Test;

/** What every concept must be like. */
class LexiconLintTests {

    private static final Path CONCEPTS = Path.of("concepts");
    private static final int SHORTEST_OPEN = 3;
    private static final double TOO_COMMON = 0.05;

    private final Map<String, Concept> concepts = read();

    private static Map<String, Concept> read() {
        Map<String, Concept> concepts = new TreeMap<>();
        try (Stream<Path> files = Files.list(CONCEPTS)) {
            for (Path file : files.sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (ConceptLines.holdsConcept(line)) {
                        Concept concept = ConceptLines.parse(line);
                        concepts.put(file.getFileName() + "/" + concept.code(), concept);
                    }
                }
            }
        }
        catch (IOException ex) {
            throw new IllegalStateException(ex);
        }
        return concepts;
    }

    @Test
    void everyConceptHasItsNamesAndStemsInAllLanguages() {
        List<String> missing = new ArrayList<>();
        concepts.forEach((key, concept) -> ConceptLines.LANGUAGES.forEach(language -> {
            if (concept.name(language).isEmpty() || concept.stems().get(language).isEmpty()) {
                missing.add(key + " " + language);
            }
        }));
        assertThat(missing).isEmpty();
    }

    /** Two concepts with one stem and one label would count it twice. */
    @Test
    void noStemStandsInTwoConceptsOfALabel() {
        List<String> twice = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        concepts.forEach((key, concept) -> concept.labels().forEach(label -> concept.stems().forEach((language, stems) -> stems.stream().distinct().forEach(stem -> {
            String before = seen.put(label + " " + language + " " + stem, key);
            if (before != null) {
                twice.add("%s: %s '%s' is in %s too".formatted(key, language, stem, before));
            }
        }))));
        assertThat(twice).isEmpty();
    }

    @Test
    void noOpenStemIsTooShort() {
        List<String> tooShort = new ArrayList<>();
        concepts.forEach((key, concept) -> concept.stems().forEach((language, stems) -> stems.stream()
            .filter(stem -> !stem.contains(" ") && stem.endsWith("*") && stem.length() <= SHORTEST_OPEN)
            .forEach(stem -> tooShort.add(key + ": " + stem))));
        assertThat(tooShort).isEmpty();
    }

    @Test
    void noConceptIsInEveryMessage() {
        List<String> keys = List.copyOf(concepts.keySet());
        Lexicon lexicon = new Lexicon(List.copyOf(concepts.values()));
        List<Message> messages = TrainingData.builtIn().messages();
        int[] fired = new int[keys.size()];
        for (Message message : messages) {
            for (int concept : lexicon.mentionedIn(Folding.fold(message.text(), message.language() != Language.EN))) {
                fired[concept]++;
            }
        }
        List<String> tooCommon = new ArrayList<>();
        for (int i = 0; i < fired.length; i++) {
            if (fired[i] > TOO_COMMON * messages.size()) {
                tooCommon.add("%s in %d of %d messages".formatted(keys.get(i), fired[i], messages.size()));
            }
        }
        assertThat(tooCommon).isEmpty();
    }

}
