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
    private final int hidden;
    private final int outcomes;
    private final Layer lower;
    private final Layer upper;
    private final SplittableRandom random;

    private final float[] units;
    private final float[] errors;
    private final int[] live;
    private final double[] probabilities;

    /** @param seed where the random numbers begin: another seed, another network that is as good and errs elsewhere */
    Backpropagation(int inputs, int hidden, int outcomes, long seed) {
        this.random = new SplittableRandom(seed);
        this.hidden = hidden;
        this.outcomes = outcomes;
        Random gaussian = new Random(seed);
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

    /**
     * Two networks as one, with the units of both and the mean of their scores.
     */
    static NetworkModel mean(Backpropagation one, Backpropagation other, EventMatrix.Weighed data) {
        int units = one.hidden + other.hidden;
        float[] lower = sideBySide(one.lower.weights, one.hidden, other.lower.weights, other.hidden);
        float[] lowerBiases = sideBySide(one.lower.biases, one.hidden, other.lower.biases, other.hidden);
        float[] upper = sideBySide(one.upper.weights, one.hidden, other.upper.weights, other.hidden);
        for (int i = 0; i < upper.length; i++) {
            upper[i] /= 2;
        }
        float[] upperBiases = new float[one.outcomes];
        for (int outcome = 0; outcome < upperBiases.length; outcome++) {
            upperBiases[outcome] = (one.upper.biases[outcome] + other.upper.biases[outcome]) / 2;
        }
        return new NetworkModel(data.outcomes(), data.table(), data.blocks(), ByteRows.of(lower, units), lowerBiases, upper, upperBiases);
    }

    private static float[] sideBySide(float[] left, int leftWidth, float[] right, int rightWidth) {
        float[] both = new float[left.length + right.length];
        for (int row = 0; row < left.length / leftWidth; row++) {
            System.arraycopy(left, row * leftWidth, both, row * (leftWidth + rightWidth), leftWidth);
            System.arraycopy(right, row * rightWidth, both, row * (leftWidth + rightWidth) + leftWidth, rightWidth);
        }
        return both;
    }

}
