package org.jauap.nlp;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jauap.nlp.concepts.Concept;
import org.jauap.nlp.concepts.ConceptLines;

/**
 * All that decides a model.
 *
 * @param messages to learn from
 * @param validation to choose blend and thresholds by; empty: parts of {@code messages} are held out in turn. A label that no
 * message of {@code messages} has is out of scope
 * @param concepts the lexicon by file and code ({@code akimat/pothole}), in order
 * @param labels labels to know even where no message has them: they are recognised by their concepts alone
 */
public record TrainingData(List<Message> messages, List<Message> validation, Map<String, Concept> concepts, Set<String> labels) {

    /** Below this share of the intents, validation messages are too few to speak for all of them. */
    private static final double VALIDATED = 0.5;

    /** With fewer validation messages in scope, too little could be measured. */
    private static final int FEWEST_VALIDATION = 300;

    /** Changes whenever code would make another model of the same data, or read and write it differently. */
    static final int FORMAT = 11;

    public TrainingData {
        messages = List.copyOf(messages);
        validation = List.copyOf(validation);
        concepts = Map.copyOf(concepts);
        labels = Set.copyOf(labels);
    }

    /** Messages and concepts of the product's own catalogue, as the jar carries them. */
    public static TrainingData builtIn() {
        return BuiltInData.load();
    }

    /** Data of another origin: its labels alone are known. */
    public static TrainingData of(List<Message> messages, List<Message> validation, Map<String, Concept> concepts) {
        return new TrainingData(messages, validation, concepts, Set.of());
    }

    /**
     * These data and a deployment's own: {@code intents/<kk|ru|en>/<label>.txt} adds messages, {@code concepts/<file>.tsv} adds
     * concepts; a concept of the same file and code replaces the known one. Folders that are not there add nothing.
     *
     * @throws InvalidDataException for a line that has not the form
     */
    public TrainingData with(Path configDir) {
        DataFolder folder = new DataFolder(configDir);
        Set<Message> allMessages = new LinkedHashSet<>(messages);
        allMessages.addAll(folder.messages());
        Map<String, Concept> allConcepts = new LinkedHashMap<>(concepts);
        allConcepts.putAll(folder.concepts());
        Set<String> allLabels = new TreeSet<>(labels);
        folder.concepts().values().forEach(concept -> allLabels.addAll(concept.labels()));
        return new TrainingData(new ArrayList<>(allMessages), validation, allConcepts, allLabels);
    }

    /** Whether any message or concept speaks of this intent; without either it could never be recognised. */
    public boolean speaksOf(Label intent) {
        String label = intent.toString();
        return messages.stream().anyMatch(message -> message.label().equals(label))
                || concepts.values().stream().anyMatch(concept -> concept.labels().contains(label));
    }

    /** Only what concerns these intents, the special labels besides: for a catalogue that has not all that the data know. */
    public TrainingData about(Collection<Label> intents) {
        Set<String> wanted = new TreeSet<>(Set.of(SpecialLabels.OUT_OF_SCOPE, SpecialLabels.EMERGENCY));
        intents.forEach(intent -> wanted.add(intent.toString()));
        Map<String, Concept> kept = new LinkedHashMap<>();
        concepts.forEach((key, concept) -> {
            List<String> own = concept.labels().stream().filter(wanted::contains).toList();
            if (!own.isEmpty()) {
                kept.put(key, concept.pointingTo(own));
            }
        });
        return new TrainingData(messages.stream().filter(message -> wanted.contains(message.label())).toList(), validation(wanted), kept,
                labels.stream().filter(wanted::contains).collect(java.util.stream.Collectors.toSet()));
    }

    /** Validation messages of these labels; none where they are few or most of the labels have none: learned ones are held out instead. */
    private List<Message> validation(Set<String> wanted) {
        List<Message> kept = validation.stream().filter(message -> wanted.contains(message.label())).toList();
        long intents = wanted.stream().filter(SpecialLabels::isIntent).count();
        List<String> validated = kept.stream().map(Message::label).filter(SpecialLabels::isIntent).toList();
        boolean enough = validated.size() >= FEWEST_VALIDATION && validated.stream().distinct().count() >= VALIDATED * intents;
        return enough ? kept : List.of();
    }

    /** Tells models apart: the same for the same data and code format, 64 hexadecimal digits (SHA-256). */
    public String fingerprint() {
        MessageDigest digest = sha256();
        digest.update(("format " + FORMAT + "\n").getBytes(StandardCharsets.UTF_8));
        for (List<Message> part : List.of(messages, validation)) {
            for (Message message : part) {
                String language = message.language() == null ? "" : message.language().code();
                digest.update((message.label() + "\t" + language + "\t" + message.text() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            digest.update((byte) 0);
        }
        orderedConcepts().forEach(concept -> digest.update((ConceptLines.format(concept) + "\n").getBytes(StandardCharsets.UTF_8)));
        digest.update(String.join("\n", new TreeSet<>(labels)).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The concepts in an order that depends on nothing but themselves. */
    List<Concept> orderedConcepts() {
        return concepts.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue).toList();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("Every Java has SHA-256", ex);
        }
    }

}
