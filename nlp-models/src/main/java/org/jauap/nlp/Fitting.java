package org.jauap.nlp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Fits members, blend and thresholds: the last two on messages that the members have not learned from. */
final class Fitting {

    private static final int FOLDS = 3;
    private static final int FEWEST_TO_FOLD = 2 * FOLDS;
    private static final double BLIND_VOTES = 6;

    private final TrainingData data;
    private final Reader reader;
    private final List<String> labels;

    Fitting(TrainingData data, Reader reader) {
        this.data = data;
        this.reader = reader;
        this.labels = reader.labels();
    }

    ModelParts fit() throws IOException {
        List<List<String>> names = new ConceptNames(data.messages()).of(reader.lexicon().concepts());
        Set<String> told = data.messages().stream().map(Message::label).collect(Collectors.toSet());
        DecisionFitting decisions = new DecisionFitting(labels, !told.containsAll(labels));
        if (data.messages().isEmpty()) {
            return new ModelParts(data.fingerprint(), reader, null, decisions.unmeasured(new Blend(new double[] {BLIND_VOTES})), names);
        }
        List<Message> messages = withStems();
        List<Reading> readings = messages.stream().map(message -> reader.read(message.text(), message.language())).toList();
        Members members = Members.train(readings, messages.stream().map(Message::label).toList());
        HeldOut heldOut = data.validation().isEmpty() ? folded(messages, readings) : validated(members);
        Decider decider = decisions.fit(heldOut);
        return new ModelParts(data.fingerprint(), reader, members, decider, names);
    }

    /** Labels of a catalogue whose messages are few learn from their concepts' stems too. */
    private List<Message> withStems() {
        List<Message> messages = new ArrayList<>(data.messages());
        if (!data.labels().isEmpty()) {
            messages.addAll(Training.stemsAsMessages(reader.lexicon().concepts(), labels));
        }
        return messages;
    }

    private HeldOut validated(Members members) {
        HeldOut heldOut = new HeldOut();
        for (Message message : data.validation()) {
            Reading reading = reader.read(message.text(), message.language());
            heldOut.add(members.opinions(reading, labels), labels.indexOf(message.label()), message.language());
        }
        return heldOut;
    }

    private HeldOut folded(List<Message> messages, List<Reading> readings) throws IOException {
        HeldOut heldOut = new HeldOut();
        int[] fold = folds(messages);
        if (messages.size() < FEWEST_TO_FOLD) {
            return heldOut;
        }
        for (int out = 0; out < FOLDS; out++) {
            List<Reading> learned = new ArrayList<>();
            List<String> learnedLabels = new ArrayList<>();
            for (int i = 0; i < fold.length; i++) {
                if (fold[i] != out) {
                    learned.add(readings.get(i));
                    learnedLabels.add(messages.get(i).label());
                }
            }
            Members members = Members.train(learned, learnedLabels);
            for (int i = 0; i < fold.length; i++) {
                if (fold[i] == out) {
                    heldOut.add(members.opinions(readings.get(i), labels), labels.indexOf(messages.get(i).label()),
                            messages.get(i).language());
                }
            }
        }
        return heldOut;
    }

    /** Every label's messages in turn to fold 0, 1, 2 …; what is only learned from, never held out, has fold -1. */
    private int[] folds(List<Message> messages) {
        Map<String, Integer> turns = new HashMap<>();
        int[] fold = new int[messages.size()];
        for (int i = 0; i < fold.length; i++) {
            fold[i] = i < data.messages().size() ? turns.merge(messages.get(i).label(), 1, Integer::sum) % FOLDS : -1;
        }
        return fold;
    }

}
