package org.jauap.nlp.linear;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;

/**
 * A probability from a handful of numbers: logistic regression on standardised values.
 *
 * @param means by number
 * @param scales by number, 1 over the standard deviation
 * @param weights by number, the last one constant
 */
public record Logistic(double[] means, double[] scales, double[] weights) {

    private static final double COST = 1;
    private static final double PRECISION = 1e-4;

    /** From 0 to 1, how likely these numbers come from a positive example. */
    public double probability(double[] numbers) {
        double sum = weights[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            sum += weights[i] * (numbers[i] - means[i]) * scales[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Fits examples, of which some but not all must be positive. */
    public static Logistic fit(double[][] examples, boolean[] positive) {
        Linear.disableDebugOutput();
        int size = examples[0].length;
        double[] means = new double[size];
        double[] scales = new double[size];
        for (int i = 0; i < size; i++) {
            double sum = 0;
            double squares = 0;
            for (double[] example : examples) {
                sum += example[i];
                squares += example[i] * example[i];
            }
            means[i] = sum / examples.length;
            double variance = squares / examples.length - means[i] * means[i];
            scales[i] = variance < 1e-12 ? 0 : 1 / Math.sqrt(variance);
        }
        Logistic standard = new Logistic(means, scales, new double[size + 1]);
        return new Logistic(means, scales, standard.solve(examples, positive));
    }

    private double[] solve(double[][] examples, boolean[] positive) {
        Problem problem = new Problem();
        problem.l = examples.length;
        problem.n = means.length + 1;
        problem.bias = 1;
        problem.x = new Feature[examples.length][];
        problem.y = new double[examples.length];
        for (int i = 0; i < examples.length; i++) {
            problem.x[i] = nodes(examples[i]);
            problem.y[i] = positive[i] ? 1 : 0;
        }
        Parameter parameter = new Parameter(SolverType.L2R_LR, COST, PRECISION);
        parameter.setRandom(new Random(1));
        Model model = Linear.train(problem, parameter);
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        double[] found = new double[means.length + 1];
        for (int i = 0; i < found.length; i++) {
            found[i] = sign * model.getFeatureWeights()[i];
        }
        return found;
    }

    private Feature[] nodes(double[] example) {
        Feature[] nodes = new Feature[example.length + 1];
        for (int i = 0; i < example.length; i++) {
            nodes[i] = new FeatureNode(i + 1, (example[i] - means[i]) * scales[i]);
        }
        nodes[example.length] = new FeatureNode(example.length + 1, 1);
        return nodes;
    }

    /** Writes it; {@link #read} reads it. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(means.length);
        for (double[] numbers : new double[][] {means, scales, weights}) {
            for (double number : numbers) {
                out.writeDouble(number);
            }
        }
    }

    /** Reads what {@link #write} wrote. */
    public static Logistic read(DataInputStream in) throws IOException {
        int size = in.readInt();
        return new Logistic(doubles(in, size), doubles(in, size), doubles(in, size + 1));
    }

    private static double[] doubles(DataInputStream in, int size) throws IOException {
        double[] numbers = new double[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = in.readDouble();
        }
        return numbers;
    }

}
