package org.jauap.nlp.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jauap.nlp.Classifier;
import org.jauap.nlp.LabelledFile;
import org.jauap.nlp.Message;
import org.jauap.nlp.SpecialLabels;
import org.jauap.nlp.Training;
import org.jauap.nlp.TrainingData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The product's own model on messages of writers who had seen the catalogue alone: floors, a little below what was reached. */
class EvaluationSetTests {

    private static final int FEWEST = 5;

    private static TrainingData data;
    private static List<Message> messages;
    private static Map<String, Map<String, Double>> figures;

    @BeforeAll
    static void evaluate() {
        data = TrainingData.builtIn();
        messages = LabelledFile.read(Path.of("evaluation/first"));
        Classifier classifier = Training.train(data);
        figures = table(Evaluation.of(classifier, messages, SpecialLabels.OUT_OF_SCOPE).verdicts().byGroup());
    }

    @Test
    void everyIntentHasItsMessagesInEveryLanguage() {
        Map<String, Integer> count = new HashMap<>();
        messages.forEach(message -> count.merge(message.label() + " " + message.language(), 1, Integer::sum));
        assertThat(count).hasSize((85 + 2) * 3).allSatisfy((label, number) -> assertThat(number).as(label).isGreaterThanOrEqualTo(FEWEST));
    }

    @Test
    void nothingThatIsMeasuredWasLearned() {
        Set<String> learned = new HashSet<>();
        data.messages().forEach(message -> learned.add(message.text().toLowerCase(Locale.ROOT)));
        data.validation().forEach(message -> learned.add(message.text().toLowerCase(Locale.ROOT)));
        assertThat(messages.stream().map(Message::text).filter(text -> text.split(" ").length > 3)
            .filter(text -> learned.contains(text.toLowerCase(Locale.ROOT)))).isEmpty();
    }

    @ParameterizedTest(name = "{0} of {1} at least {2}")
    @CsvSource({"intent, all, 0.91", "agency, all, 0.93", "top3, all, 0.97", "route, all, 0.75", "scopeRecall, all, 0.85",
            "emergencyRecall, all, 0.93", "language, all, 0.98"})
    void reaches(String figure, String group, double floor) {
        assertThat(figures.get(group).get(figure)).isGreaterThanOrEqualTo(floor);
    }

    @ParameterizedTest(name = "{0} of {1} at most {2}")
    @CsvSource({"routeWrong, all, 0.05", "falseRejections, all, 0.05", "falseAlarms, all, 0.012", "ece, all, 0.05"})
    void staysBelow(String figure, String group, double ceiling) {
        assertThat(figures.get(group).get(figure)).isLessThanOrEqualTo(ceiling);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void noLanguageIsLeftBehind(String language) {
        double best = Arrays.stream(new String[] {"kk", "ru", "en"}).mapToDouble(each -> figures.get(each).get("intent")).max().orElseThrow();
        assertThat(figures.get(language).get("intent")).isGreaterThanOrEqualTo(best - 0.04);
    }

    private static Map<String, Map<String, Double>> table(String tsv) {
        List<String[]> lines = tsv.lines().map(line -> line.split("\t")).toList();
        Map<String, Map<String, Double>> table = new HashMap<>();
        for (String[] line : lines.subList(1, lines.size())) {
            Map<String, Double> row = new HashMap<>();
            for (int i = 1; i < line.length; i++) {
                row.put(lines.getFirst()[i], Double.valueOf(line[i]));
            }
            table.put(line[0], row);
        }
        return table;
    }

}
