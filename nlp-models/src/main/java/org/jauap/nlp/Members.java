package org.jauap.nlp;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import opennlp.tools.ml.model.Event;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.TrainingParameters;

import org.jauap.nlp.linear.LinearModel;
import org.jauap.nlp.linear.LinearTrainer;
import org.jauap.nlp.linear.Solver;

/**
 * The models whose opinions are blended: one reads words and characters, one reads concepts and their votes; the votes themselves are
 * a third opinion that needs no training.
 *
 * @param nGrams reads words and characters
 * @param concepts reads concepts and votes
 */
record Members(LinearModel nGrams, LinearModel concepts) {

    /** How many opinions there are. */
    static final int COUNT = 3;

    static Members train(List<Reading> readings, List<String> labels) throws IOException {
        List<Event> byNGrams = new ArrayList<>();
        List<Event> byConcepts = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            byNGrams.add(new Event(labels.get(i), reading.nGrams()));
            byConcepts.add(new Event(labels.get(i), reading.conceptFeatures(), reading.conceptValues()));
        }
        return new Members(LinearTrainer.train(nGramParameters(readings.size()), new CollectionObjectStream<>(byNGrams)),
                LinearTrainer.train(conceptParameters(), new CollectionObjectStream<>(byConcepts)));
    }

    private static TrainingParameters nGramParameters(int messages) {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(LinearTrainer.SOLVER, System.getProperty("exp.solver", Solver.CRAMMER_SINGER.name()));
        parameters.put(LinearTrainer.COST, Double.parseDouble(System.getProperty("exp.cost", "0.5")));
        parameters.put(TrainingParameters.CUTOFF_PARAM, messages < 3000 ? 1 : 2);
        return parameters;
    }

    private static TrainingParameters conceptParameters() {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(LinearTrainer.SOLVER, System.getProperty("exp.ksolver", Solver.CRAMMER_SINGER.name()));
        parameters.put(LinearTrainer.COST, Double.parseDouble(System.getProperty("exp.kcost", "0.3")));
        parameters.put(LinearTrainer.RAW_BLOCKS, "v");
        return parameters;
    }

    /**
     * The members' opinions of a message.
     *
     * @return by member, then by label in the order of {@code labels}; a label no member learned gets the member's lowest margin
     */
    double[][] opinions(Reading reading, List<String> labels) {
        return new double[][] {byLabel(nGrams, nGrams.margins(reading.nGrams(), null), labels),
                byLabel(concepts, concepts.margins(reading.conceptFeatures(), reading.conceptValues()), labels), reading.votes()};
    }

    private static double[] byLabel(LinearModel model, double[] margins, List<String> labels) {
        if (model.outcomes().equals(labels)) {
            return margins;
        }
        double lowest = 0;
        for (double margin : margins) {
            lowest = Math.min(lowest, margin);
        }
        double[] ordered = new double[labels.size()];
        for (int i = 0; i < ordered.length; i++) {
            int outcome = model.getIndex(labels.get(i));
            ordered[i] = outcome < 0 ? lowest : margins[outcome];
        }
        return ordered;
    }

    void write(DataOutputStream out) throws IOException {
        nGrams.write(out);
        concepts.write(out);
    }

    static Members read(DataInputStream in) throws IOException {
        return new Members(LinearModel.read(in), LinearModel.read(in));
    }

}
