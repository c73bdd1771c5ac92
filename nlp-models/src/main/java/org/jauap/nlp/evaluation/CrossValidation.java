package org.jauap.nlp.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jauap.nlp.Classifier;
import org.jauap.nlp.Message;
import org.jauap.nlp.Training;
import org.jauap.nlp.TrainingData;

/** Measures the whole training on its own data: every message is classified by a classifier that has not learned from it. */
public final class CrossValidation {

    private final TrainingData data;
    private final int folds;

    /**
     * @param data messages and concepts
     * @param folds parts to hold out in turn, at least 2
     */
    public CrossValidation(TrainingData data, int folds) {
        this.data = data;
        this.folds = folds;
    }

    /** The verdicts on all messages, in no particular order. */
    public List<Verdict> run(Consumer<String> progress) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            List<Message> learned = new ArrayList<>();
            List<Message> held = new ArrayList<>();
            split(fold, learned, held);
            Classifier classifier = Training
                .train(new TrainingData(learned, data.validation(), data.concepts(), data.labels()));
            held.forEach(message -> verdicts.add(Verdict.of(message, classifier.judge(message.text(), null))));
            progress.accept("part %d of %d: %d messages".formatted(fold + 1, folds, held.size()));
        }
        return verdicts;
    }

    private void split(int fold, List<Message> learned, List<Message> held) {
        Map<String, Integer> turns = new HashMap<>();
        for (Message message : data.messages()) {
            int turn = turns.merge(message.label() + message.language(), 1, Integer::sum);
            (turn % folds == fold ? held : learned).add(message);
        }
    }

}
