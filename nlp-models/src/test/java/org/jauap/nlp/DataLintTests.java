package org.jauap.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jauap.nlp.concepts.Concept;
import org.jauap.nlp.concepts.ConceptLines;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/** What every line of the data must be like. */
class DataLintTests {

    private static final Path INTENTS = Path.of("intents");
    private static final Path CONCEPTS = Path.of("concepts");
    private static final Map<Language, Integer> FEWEST = Map.of(Language.KK, 40, Language.RU, 40, Language.EN, 40);
    private static final int FEWEST_CONCEPTS = 25;

    private static final Set<String> CATALOGUE = catalogue();

    @SuppressWarnings("unchecked")
    private static Set<String> catalogue() {
        Set<String> labels = new TreeSet<>();
        try {
            Map<String, Object> yaml = new Yaml().load(Files.readString(Path.of("../config/catalogue.yaml")));
            for (Map<String, Object> agency : (List<Map<String, Object>>) yaml.get("agencies")) {
                ((Map<String, Object>) agency.get("intents")).keySet().forEach(intent -> labels.add(agency.get("code") + "." + intent));
            }
        }
        catch (IOException ex) {
            throw new IllegalStateException(ex);
        }
        return labels;
    }

    @TestFactory
    Stream<DynamicTest> everyIntentHasItsMessagesInEveryLanguage() {
        return Stream.of(Language.values()).map(language -> DynamicTest.dynamicTest(language.code(), () -> {
            List<String> tooFew = new ArrayList<>();
            for (String label : CATALOGUE) {
                Path file = INTENTS.resolve(language.code()).resolve(label + ".txt");
                int count = Files.exists(file) ? Files.readAllLines(file).size() : 0;
                if (count < FEWEST.get(language)) {
                    tooFew.add(label + ": " + count);
                }
            }
            assertThat(tooFew).as("intents with fewer than %d messages".formatted(FEWEST.get(language))).isEmpty();
        }));
    }

    @Test
    void chatterAndEmergenciesAreMany() {
        for (Language language : Language.values()) {
            Path folder = INTENTS.resolve(language.code());
            assertThat(folder.resolve("out-of-scope.txt")).satisfies(file -> assertThat(Files.readAllLines(file)).hasSizeGreaterThanOrEqualTo(400));
            assertThat(folder.resolve("emergency-call.txt")).satisfies(file -> assertThat(Files.readAllLines(file)).hasSizeGreaterThanOrEqualTo(150));
        }
    }

    @Test
    void everyFileBelongsToTheCatalogue() throws IOException {
        Set<String> known = new TreeSet<>(CATALOGUE);
        known.add(SpecialLabels.OUT_OF_SCOPE);
        known.add(SpecialLabels.EMERGENCY);
        try (Stream<Path> files = Files.walk(INTENTS)) {
            assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString().replaceFirst("\\.txt$", "")))
                .allSatisfy(label -> assertThat(known).contains(label));
        }
        assertThat(concepts().flatMap(concept -> concept.labels().stream())).allSatisfy(label -> assertThat(known).contains(label));
    }

    @Test
    void noLineTwiceInALanguage() throws IOException {
        List<String> twice = new ArrayList<>();
        for (Language language : Language.values()) {
            Map<String, String> seen = new HashMap<>();
            for (Path file : files(language)) {
                for (String line : Files.readAllLines(file)) {
                    String before = seen.put(line.strip().toLowerCase(Locale.ROOT), file.getFileName().toString());
                    if (before != null) {
                        twice.add("%s and %s: %s".formatted(before, file, line));
                    }
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void everyLineIsAMessage() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Language language : Language.values()) {
            for (Path file : files(language)) {
                for (String line : Files.readAllLines(file)) {
                    if (line.isBlank() || line.indexOf('\t') >= 0 || !Normalizer.isNormalized(line, Normalizer.Form.NFC)) {
                        wrong.add(file + ": " + line);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyIntentHasItsConcepts() throws IOException {
        Map<String, Integer> count = new HashMap<>();
        concepts().forEach(concept -> concept.labels().forEach(label -> count.merge(label, 1, Integer::sum)));
        assertThat(CATALOGUE).allSatisfy(label -> assertThat(count.getOrDefault(label, 0)).as(label).isGreaterThanOrEqualTo(FEWEST_CONCEPTS));
    }

    private static Stream<Concept> concepts() throws IOException {
        List<Concept> concepts = new ArrayList<>();
        try (Stream<Path> files = Files.list(CONCEPTS)) {
            for (Path file : files.sorted().toList()) {
                Files.readAllLines(file).stream().filter(ConceptLines::holdsConcept).map(ConceptLines::parse).forEach(concepts::add);
            }
        }
        return concepts.stream();
    }

    private static List<Path> files(Language language) throws IOException {
        try (Stream<Path> files = Files.list(INTENTS.resolve(language.code()))) {
            return files.sorted().toList();
        }
    }

}
