package org.jauap.nlp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jauap.nlp.concepts.Concept;
import org.jauap.nlp.concepts.ConceptLines;
import org.jauap.nlp.concepts.Lexicon;

/** Makes a classifier from data. The same data give the same classifier, byte for byte, on the same platform. */
public final class Training {

    private static final double CYRILLIC_SHARE = 0.1;
    private static final ConceptWeights NO_WEIGHTS = new ConceptWeights(new float[0], new float[0]);

    private Training() {
    }

    /** The product's model, or that of any other data. */
    public static Classifier train(TrainingData data) {
        try {
            return new Classifier(parts(data));
        }
        catch (IOException ex) {
            throw new UncheckedIOException("Training reads from memory alone", ex);
        }
    }

    static ModelParts parts(TrainingData data) throws IOException {
        List<String> labels = labels(data);
        Reader reader = reader(data, labels);
        return new Fitting(data, reader).fit();
    }

    private static List<String> labels(TrainingData data) {
        Set<String> labels = new TreeSet<>(data.labels());
        data.messages().forEach(message -> labels.add(message.label()));
        return List.copyOf(labels);
    }

    private static Reader reader(TrainingData data, List<String> labels) throws IOException {
        // Who has never seen a language takes it for another one, so data that lack one don't teach them.
        long spoken = data.messages().stream().map(Message::language).filter(Objects::nonNull).distinct().count();
        LanguageDetector detector = LanguageDetector
            .train(spoken == Language.values().length ? data.messages() : TrainingData.builtIn().messages());
        List<Concept> concepts = data.orderedConcepts();
        Lexicon lexicon = new Lexicon(concepts);
        boolean cyrillic = isCyrillic(data.messages());
        Reader folding = new Reader(detector, lexicon, new Votes(List.of(), NO_WEIGHTS, List.of()), List.of(), cyrillic);
        ConceptWeights weights = ConceptWeights.of(lexicon,
                data.messages().stream().map(message -> folding.fold(message.text(), message.language()).text()).toList());
        return new Reader(detector, lexicon, new Votes(concepts, weights, labels), labels, cyrillic);
    }

    private static boolean isCyrillic(List<Message> messages) {
        long cyrillic = messages.stream().filter(message -> message.text().chars().anyMatch(c -> c >= 0x400 && c < 0x530)).count();
        return messages.isEmpty() || cyrillic >= CYRILLIC_SHARE * messages.size();
    }

    /** The stems of a concept, by language, as messages for its first label: they teach labels that have few messages or none. */
    static List<Message> stemsAsMessages(List<Concept> concepts, List<String> labels) {
        List<Message> messages = new ArrayList<>();
        for (Concept concept : concepts) {
            String label = concept.labels().getFirst();
            if (!labels.contains(label)) {
                continue;
            }
            for (String language : ConceptLines.LANGUAGES) {
                String text = String.join(" ", concept.stems().getOrDefault(language, List.of())).replace("*", "");
                if (!text.isBlank()) {
                    messages.add(new Message(text, label, Language.of(language).orElseThrow()));
                }
            }
        }
        return messages;
    }

}
