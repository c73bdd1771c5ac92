package org.jauap.nlp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jauap.nlp.concepts.Concept;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message and says what it is about and what to do with it. Immutable, safe for use by many threads, and never failing:
 * every text gets an answer. {@link Training} makes one, {@link #load} reads a saved one.
 */
public final class Classifier {

    private static final int ALTERNATIVES = 5;

    /** From this strangeness on, a sentence of a long message is chatter around the matter, and the matter is read without it. */
    private static final double CHATTER = 0.3;

    /** A sentence of fewer words is too short to be told from a matter ('The pipe burst!'), and hides none. */
    private static final int FEWEST_WORDS_OF_CHATTER = 3;

    private final ModelParts parts;
    private final List<Label> labels;
    private final Integer[] intents;
    private final boolean[] special;
    private final Because because;

    Classifier(ModelParts parts) {
        this.parts = parts;
        List<String> names = parts.reader().labels();
        this.labels = names.stream().map(Label::parse).toList();
        this.special = Decider.special(names);
        this.intents = IntStream.range(0, names.size()).filter(label -> !special[label]).boxed().toArray(Integer[]::new);
        this.because = new Because(parts.reader(), parts.names());
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

    /** The concepts it knows, and what they point to. */
    public List<Concept> concepts() {
        return parts.reader().lexicon().concepts();
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

    /** As {@link #classify(String, Language)}, with what stands behind it. */
    public Judgement judge(String text, @Nullable Language language) {
        Reading reading = parts.reader().read(text, language);
        if (reading.isEmpty()) {
            return new Judgement(new Classification(reading.language(), Decision.OUT_OF_SCOPE, null, 1, List.of(), List.of(), version()), 1,
                    List.of());
        }
        Judgement whole = judge(reading);
        List<String> sentences = parts.decider().knowsChatter() ? Sentences.in(text) : List.of();
        if (sentences.isEmpty() || whole.classification().decision() == Decision.EMERGENCY) {
            return whole;
        }
        List<String> matters = sentences.stream().filter(sentence -> isMatter(sentence, reading.language())).toList();
        return matters.isEmpty() || matters.size() == sentences.size() ? whole
                : judge(parts.reader().read(String.join(" ", matters), reading.language()));
    }

    private boolean isMatter(String sentence, Language language) {
        Reading reading = parts.reader().read(sentence, language);
        return reading.words().length > 0 && reading.words().length < FEWEST_WORDS_OF_CHATTER
                || !reading.isEmpty() && parts.decider().outcome(parts.opinions(reading), special).strangeness() < CHATTER;
    }

    private Judgement judge(Reading reading) {
        Opinions opinions = parts.opinions(reading);
        Decider.Outcome outcome = parts.decider().outcome(opinions, special);
        Decision decision = parts.decider().decide(outcome);
        double confidence = switch (decision) {
            case EMERGENCY -> outcome.alarm();
            case OUT_OF_SCOPE -> outcome.strangeness();
            case ROUTE, ASK -> outcome.confidence();
        };
        int reason = switch (decision) {
            case EMERGENCY -> parts.decider().emergency().target();
            case OUT_OF_SCOPE -> parts.decider().outOfScope().target();
            case ROUTE, ASK -> outcome.best();
        };
        Label label = outcome.best() < 0 ? null : labels.get(outcome.best());
        return new Judgement(new Classification(reading.language(), decision, label, confidence, because.of(reading, reason),
                alternatives(outcome.probabilities()), version()), outcome.strangeness(),
                Arrays.stream(opinions.byMember()).flatMap(this::likeliest).toList());
    }

    private Stream<Label> likeliest(double[] opinion) {
        return Arrays.stream(intents).max(Comparator.comparingDouble(label -> opinion[label])).stream().map(labels::get);
    }

    private List<Alternative> alternatives(double[] probabilities) {
        Integer[] order = intents.clone();
        Arrays.sort(order, Comparator.comparingDouble(label -> -probabilities[label]));
        return Arrays.stream(order).limit(ALTERNATIVES).map(label -> new Alternative(labels.get(label), probabilities[label])).toList();
    }

}
