package org.jauap.nlp.linear;

import java.util.List;

import opennlp.tools.ml.model.MaxentModel;

import org.jspecify.annotations.Nullable;

/** What every model with named outcomes answers to OpenNLP in the same way. */
abstract class OutcomeModel implements MaxentModel {

    private final List<String> outcomes;

    OutcomeModel(List<String> outcomes) {
        this.outcomes = List.copyOf(outcomes);
    }

    /** The outcomes by index. */
    public List<String> outcomes() {
        return outcomes;
    }

    @Override
    public abstract double[] eval(String[] context, float @Nullable [] values);

    @Override
    public double[] eval(String[] context) {
        return eval(context, (float[]) null);
    }

    @Override
    public double[] eval(String[] context, double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return eval(context, floats);
    }

    @Override
    public String getBestOutcome(double[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return outcomes.get(best);
    }

    @Override
    public String getAllOutcomes(double[] probabilities) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < probabilities.length; i++) {
            all.append(i == 0 ? "" : "  ").append("%s[%.4f]".formatted(outcomes.get(i), probabilities[i]));
        }
        return all.toString();
    }

    @Override
    public String getOutcome(int index) {
        return outcomes.get(index);
    }

    @Override
    public int getIndex(String outcome) {
        return outcomes.indexOf(outcome);
    }

    @Override
    public int getNumOutcomes() {
        return outcomes.size();
    }

}
