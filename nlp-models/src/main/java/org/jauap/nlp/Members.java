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
import org.jauap.nlp.linear.NetworkModel;
import org.jauap.nlp.linear.NetworkTrainer;
import org.jauap.nlp.linear.Solver;
import org.jauap.nlp.text.WordNGrams;

/**
 * The models whose opinions are blended: one reads words and characters, one reads concepts and their votes, a network reads all of
 * that together; the votes themselves are a fourth opinion that needs no training.
 *
 * @param nGrams reads words and characters
 * @param concepts reads concepts and votes
 * @param network reads everything
 */
record Members(LinearModel nGrams, LinearModel concepts, NetworkModel network) {

    /** Which of the opinions is the votes'. */
    static final int VOTES = 3;

    /** What a word weighs that no message has: as if one in ten thousand had it. */
    private static final double UNKNOWN_RARITY = 10.2;

    static Members train(List<Reading> readings, List<String> labels) throws IOException {
        List<Event> byNGrams = new ArrayList<>();
        List<Event> byConcepts = new ArrayList<>();
        List<Event> byAll = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            byNGrams.add(new Event(labels.get(i), reading.nGrams()));
            byConcepts.add(new Event(labels.get(i), reading.conceptFeatures(), reading.conceptValues()));
            byAll.add(new Event(labels.get(i), reading.allFeatures(), reading.allValues()));
        }
        return new Members(LinearTrainer.train(nGramParameters(readings.size()), new CollectionObjectStream<>(byNGrams)),
                LinearTrainer.train(conceptParameters(), new CollectionObjectStream<>(byConcepts)),
                NetworkTrainer.train(networkParameters(), new CollectionObjectStream<>(byAll)));
    }

    private static TrainingParameters nGramParameters(int messages) {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(LinearTrainer.SOLVER, Solver.CRAMMER_SINGER.name());
        parameters.put(LinearTrainer.COST, 0.4);
        parameters.put(LinearTrainer.FEATURES, 120_000);
        parameters.put(LinearTrainer.WEIGHTS, 2_500_000);
        parameters.put(TrainingParameters.CUTOFF_PARAM, messages < 3000 ? 1 : 2);
        return parameters;
    }

    private static TrainingParameters conceptParameters() {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(LinearTrainer.SOLVER, Solver.ONE_AGAINST_REST.name());
        parameters.put(LinearTrainer.COST, 0.3);
        parameters.put(LinearTrainer.WEIGHTS, 700_000);
        parameters.put(LinearTrainer.RAW_BLOCKS, "vph");
        parameters.put(LinearTrainer.HALF_BLOCKS, "ph");
        return parameters;
    }

    private static TrainingParameters networkParameters() {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(LinearTrainer.FEATURES, 50_000);
        parameters.put(NetworkTrainer.HIDDEN, 256);
        parameters.put(LinearTrainer.RAW_BLOCKS, "vph");
        parameters.put(LinearTrainer.HALF_BLOCKS, "ph");
        return parameters;
    }

    /** The members' opinions of a message, by label in the order of {@code labels}; what a member never learned gets its lowest margin. */
    Opinions opinions(Reading reading, List<String> labels) {
        double[][] byMember = {byLabel(nGrams.outcomes(), nGrams.margins(reading.nGrams(), null), labels),
                byLabel(concepts.outcomes(), concepts.margins(reading.conceptFeatures(), reading.conceptValues()), labels),
                byLabel(network.outcomes(), network.logProbabilities(reading.allFeatures(), reading.allValues()), labels), reading.votes()};
        double known = 0;
        double all = 0;
        int pairs = 0;
        int unknownPairs = 0;
        for (int i = 0; i < reading.words().length; i++) {
            float rarity = nGrams.rarity(WordNGrams.word(reading.words()[i]));
            known += rarity * rarity;
            all += rarity == 0 ? UNKNOWN_RARITY * UNKNOWN_RARITY : rarity * rarity;
            pairs++;
            unknownPairs += nGrams.rarity(WordNGrams.pair(reading.words(), i)) == 0 ? 1 : 0;
        }
        return new Opinions(byMember, reading.mentions(), all == 0 ? 1 : 1 - Math.sqrt(known / all), pairs == 0 ? 1 : (double) unknownPairs / pairs,
                reading.words().length);
    }

    private static double[] byLabel(List<String> outcomes, double[] margins, List<String> labels) {
        if (outcomes.equals(labels)) {
            return margins;
        }
        double lowest = 0;
        for (double margin : margins) {
            lowest = Math.min(lowest, margin);
        }
        double[] ordered = new double[labels.size()];
        for (int i = 0; i < ordered.length; i++) {
            int outcome = outcomes.indexOf(labels.get(i));
            ordered[i] = outcome < 0 ? lowest : margins[outcome];
        }
        return ordered;
    }

    void write(DataOutputStream out) throws IOException {
        nGrams.write(out);
        concepts.write(out);
        network.write(out);
    }

    static Members read(DataInputStream in) throws IOException {
        return new Members(LinearModel.read(in), LinearModel.read(in), NetworkModel.read(in));
    }

}
