package org.jauap.nlp.linear;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;

import de.bwaldvogel.liblinear.Feature;

/**
 * Learns a network with one hidden layer of rectified units and a softmax on top, event by event, with a step of its own for every
 * weight (AdaGrad) and most of the inputs left out at random (dropout), so that no feature relies on another being there.
 *
 * @see <a href="https://jmlr.org/papers/v12/duchi11a.html">Duchi, Hazan, Singer: Adaptive Subgradient Methods (2011)</a>
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al.: Dropout (2014)</a>
 */
final class Backpropagation {

    private static final int ROUNDS = 12;
    private static final float STEP = 0.05f;
    private static final float INPUTS_LEFT_OUT = 0.65f;
    private static final float UNITS_LEFT_OUT = 0.25f;
    private static final float FIRST_WEIGHTS = 0.1f;
    private static final float FIRST_SQUARES = 1e-4f;
    /** A smaller mistake at an outcome teaches nothing. */
    private static final float NEGLIGIBLE = 1e-4f;
    private static final long SEED = 1;

    private final int hidden;
    private final int outcomes;
    private final Layer lower;
    private final Layer upper;
    private final SplittableRandom random = new SplittableRandom(SEED);

    private final float[] units;
    private final float[] errors;
    private final int[] live;
    private final double[] probabilities;

    Backpropagation(int inputs, int hidden, int outcomes) {
        this.hidden = hidden;
        this.outcomes = outcomes;
        Random gaussian = new Random(SEED);
        this.lower = new Layer(inputs, hidden, hidden, gaussian);
        this.upper = new Layer(outcomes, hidden, outcomes, gaussian);
        this.units = new float[hidden];
        this.errors = new float[hidden];
        this.live = new int[hidden];
        this.probabilities = new double[outcomes];
    }

    /** Weights of one layer, row by row, its biases, and the sums of their squared gradients. */
    private static final class Layer {

        final int width;
        final float[] weights;
        final float[] squares;
        final float[] biases;
        final float[] biasSquares;

        Layer(int rows, int width, int biases, Random gaussian) {
            this.width = width;
            this.weights = new float[rows * width];
            this.squares = new float[rows * width];
            this.biases = new float[biases];
            this.biasSquares = new float[biases];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) (gaussian.nextGaussian() * FIRST_WEIGHTS);
            }
            Arrays.fill(squares, FIRST_SQUARES);
            Arrays.fill(biasSquares, FIRST_SQUARES);
        }

        void step(int at, float gradient, float rate) {
            squares[at] += gradient * gradient;
            weights[at] -= rate * gradient / (float) Math.sqrt(squares[at]);
        }

        void stepBias(int at, float gradient, float rate) {
            biasSquares[at] += gradient * gradient;
            biases[at] -= rate * gradient / (float) Math.sqrt(biasSquares[at]);
        }

    }

    void learn(Feature[][] x, double[] y) {
        int[] order = new int[x.length];
        Arrays.setAll(order, i -> i);
        for (int round = 0; round < ROUNDS; round++) {
            shuffle(order);
            float rate = STEP * (1 - (float) round / ROUNDS);
            for (int event : order) {
                learn(x[event], (int) y[event], rate);
            }
        }
    }

    private void learn(Feature[] x, int right, float rate) {
        int[] rows = new int[x.length];
        float[] values = new float[x.length];
        int inputs = 0;
        for (Feature feature : x) {
            if (random.nextFloat() >= INPUTS_LEFT_OUT) {
                rows[inputs] = feature.getIndex() - 1;
                values[inputs++] = (float) feature.getValue() / (1 - INPUTS_LEFT_OUT);
            }
        }
        int alive = forward(rows, values, inputs);
        Arrays.fill(errors, 0);
        for (int outcome = 0; outcome < outcomes; outcome++) {
            float mistake = (float) probabilities[outcome] - (outcome == right ? 1 : 0);
            if (Math.abs(mistake) >= NEGLIGIBLE) {
                upper.stepBias(outcome, mistake, rate);
                for (int i = 0; i < alive; i++) {
                    int at = outcome * hidden + live[i];
                    errors[live[i]] += mistake * upper.weights[at];
                    upper.step(at, mistake * units[live[i]], rate);
                }
            }
        }
        for (int i = 0; i < alive; i++) {
            errors[live[i]] /= 1 - UNITS_LEFT_OUT;
            lower.stepBias(live[i], errors[live[i]], rate);
        }
        for (int input = 0; input < inputs; input++) {
            int row = rows[input] * hidden;
            for (int i = 0; i < alive; i++) {
                lower.step(row + live[i], values[input] * errors[live[i]], rate);
            }
        }
    }

    /** Sets units and probabilities; returns how many units are live. */
    private int forward(int[] rows, float[] values, int inputs) {
        System.arraycopy(lower.biases, 0, units, 0, hidden);
        for (int input = 0; input < inputs; input++) {
            int row = rows[input] * hidden;
            for (int unit = 0; unit < hidden; unit++) {
                units[unit] += values[input] * lower.weights[row + unit];
            }
        }
        int alive = 0;
        for (int unit = 0; unit < hidden; unit++) {
            if (units[unit] > 0 && random.nextFloat() >= UNITS_LEFT_OUT) {
                units[unit] /= 1 - UNITS_LEFT_OUT;
                live[alive++] = unit;
            }
        }
        double highest = Double.NEGATIVE_INFINITY;
        for (int outcome = 0; outcome < outcomes; outcome++) {
            float score = upper.biases[outcome];
            for (int i = 0; i < alive; i++) {
                score += units[live[i]] * upper.weights[outcome * hidden + live[i]];
            }
            probabilities[outcome] = score;
            highest = Math.max(highest, score);
        }
        double sum = 0;
        for (int outcome = 0; outcome < outcomes; outcome++) {
            probabilities[outcome] = StrictMath.exp(probabilities[outcome] - highest);
            sum += probabilities[outcome];
        }
        for (int outcome = 0; outcome < outcomes; outcome++) {
            probabilities[outcome] /= sum;
        }
        return alive;
    }

    private void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    /** What was learned, with weights of one byte. */
    NetworkModel model(EventMatrix.Weighed data) {
        return new NetworkModel(data.outcomes(), data.table(), data.blocks(), ByteRows.of(lower.weights, hidden), lower.biases, upper.weights,
                upper.biases);
    }

}
