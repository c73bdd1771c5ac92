package org.jauap.nlp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Reads a message and says what it is about and what to do with it. Immutable, safe for use by many threads, and never failing:
 * every text gets an answer. {@link Training} makes one, {@link #load} reads a saved one.
 */
public final class Classifier {

    private static final int ALTERNATIVES = 5;

    private final ModelParts parts;
    private final List<Label> labels;
    private final Integer[] intents;
    private final int outOfScope;
    private final int emergency;
    private final Because because;

    Classifier(ModelParts parts) {
        this.parts = parts;
        List<String> names = parts.reader().labels();
        this.labels = names.stream().map(Label::parse).toList();
        this.outOfScope = names.indexOf(SpecialLabels.OUT_OF_SCOPE);
        this.emergency = names.indexOf(SpecialLabels.EMERGENCY);
        this.intents = IntStream.range(0, names.size()).filter(i -> i != outOfScope && i != emergency).boxed().toArray(Integer[]::new);
        this.because = new Because(parts.reader());
    }

    /**
     * Reads a saved classifier.
     *
     * @throws InvalidModelException when the file holds none or a damaged one
     * @throws IOException when it cannot be read at all
     */
    public static Classifier load(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Classifier(ModelFile.read(in, file.toString()));
        }
    }

    /** As {@link #load(Path)}, from a stream, which is read to its end and left open. */
    public static Classifier load(InputStream in) throws IOException {
        return new Classifier(ModelFile.read(in, "the model"));
    }

    /** Saves the classifier; whoever reads the file meanwhile sees the old one or the new one, never a part. */
    public void save(Path file) throws IOException {
        ModelFile.write(parts, file);
    }

    /** Fingerprint of the data and of the code format it was made of: {@link TrainingData#fingerprint}. */
    public String version() {
        return parts.version();
    }

    /** Classifies a message in any of the languages. */
    public Classification classify(String text) {
        return classify(text, null);
    }

    /**
     * Classifies a message.
     *
     * @param language the language of the chat, which decides where the text does not tell its own
     */
    public Classification classify(String text, @Nullable Language language) {
        return judge(text, language).classification();
    }

    /** As {@link #classify(String, Language)}, with the number behind the decision about scope. */
    public Judgement judge(String text, @Nullable Language language) {
        Reading reading = parts.reader().read(text, language);
        if (reading.isEmpty()) {
            return new Judgement(new Classification(reading.language(), Decision.OUT_OF_SCOPE, null, 1, List.of(), List.of()), 1);
        }
        double[] probabilities = parts.probabilities(reading);
        List<Alternative> alternatives = alternatives(probabilities);
        Alternative best = alternatives.isEmpty() ? null : alternatives.getFirst();
        double strange = strangeness(probabilities, best);
        Decision decision = decide(probabilities, strange, best);
        double confidence = switch (decision) {
            case EMERGENCY -> probabilities[emergency];
            case OUT_OF_SCOPE -> strange;
            case ROUTE, ASK -> best == null ? 0 : best.confidence();
        };
        int reason = switch (decision) {
            case EMERGENCY -> emergency;
            case OUT_OF_SCOPE -> outOfScope;
            case ROUTE, ASK -> best == null ? -1 : parts.reader().labels().indexOf(best.label().toString());
        };
        return new Judgement(new Classification(reading.language(), decision, best == null ? null : best.label(), confidence,
                because.of(reading, reason), alternatives), strange);
    }

    private List<Alternative> alternatives(double[] probabilities) {
        Integer[] order = intents.clone();
        Arrays.sort(order, Comparator.comparingDouble(label -> -probabilities[label]));
        return Arrays.stream(order).limit(ALTERNATIVES).map(label -> new Alternative(labels.get(label), probabilities[label])).toList();
    }

    private double strangeness(double[] probabilities, @Nullable Alternative best) {
        if (outOfScope >= 0) {
            return probabilities[outOfScope];
        }
        return best == null ? 1 : 1 - best.confidence();
    }

    private Decision decide(double[] probabilities, double strange, @Nullable Alternative best) {
        Thresholds thresholds = parts.thresholds();
        if (emergency >= 0 && probabilities[emergency] >= thresholds.emergency()) {
            return Decision.EMERGENCY;
        }
        if (best == null || strange >= thresholds.outOfScope()) {
            return Decision.OUT_OF_SCOPE;
        }
        return best.confidence() >= thresholds.route() ? Decision.ROUTE : Decision.ASK;
    }

}
