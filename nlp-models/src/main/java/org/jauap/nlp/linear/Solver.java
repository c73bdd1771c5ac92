package org.jauap.nlp.linear;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;

/** The ways liblinear can find weights. All are seeded: the same data gives the same weights. */
public enum Solver {

    /** Crammer and Singer's multi-class support vector machine: all outcomes in one problem. */
    CRAMMER_SINGER(SolverType.MCSVM_CS),
    /** A squared-hinge support vector machine for each outcome against the rest. */
    ONE_AGAINST_REST(SolverType.L2R_L2LOSS_SVC_DUAL),
    /** A logistic regression for each outcome against the rest. */
    LOGISTIC(SolverType.L2R_LR_DUAL);

    private static final double PRECISION = 0.1;
    private static final long SEED = 1;
    private static final int MOST_ITERATIONS = 300;

    private final SolverType type;

    static {
        Linear.disableDebugOutput();
    }

    Solver(SolverType type) {
        this.type = type;
    }

    /** The weights by outcome, then row; zero where there is nothing to choose by or between. */
    float[][] solve(Feature[][] x, double[] y, int rows, int outcomes, double cost) {
        if (rows == 0 || outcomes < 2) {
            return new float[outcomes][rows];
        }
        if (this == CRAMMER_SINGER) {
            return jointly(x, y, rows, outcomes, cost);
        }
        float[][] weights = new float[outcomes][];
        IntStream.range(0, outcomes).parallel().forEach(outcome -> weights[outcome] = againstRest(x, y, rows, outcome, cost));
        return weights;
    }

    private float[][] jointly(Feature[][] x, double[] y, int rows, int outcomes, double cost) {
        Model model = Linear.train(problem(x, y, rows), parameter(cost));
        double[] flat = model.getFeatureWeights();
        int classes = model.getNrClass();
        float[][] weights = new float[outcomes][rows];
        for (int position = 0; position < classes; position++) {
            float[] own = weights[model.getLabels()[position]];
            for (int row = 0; row < rows; row++) {
                own[row] = (float) flat[row * classes + position];
            }
        }
        return weights;
    }

    private float[] againstRest(Feature[][] x, double[] y, int rows, int outcome, double cost) {
        double[] own = Arrays.stream(y).map(each -> each == outcome ? 1 : 0).toArray();
        Model model = Linear.train(problem(x, own, rows), parameter(cost));
        double[] flat = model.getFeatureWeights();
        float sign = model.getLabels()[0] == 1 ? 1 : -1;
        float[] weights = new float[rows];
        for (int row = 0; row < rows; row++) {
            weights[row] = sign * (float) flat[row];
        }
        return weights;
    }

    private Parameter parameter(double cost) {
        Parameter parameter = new Parameter(type, cost, MOST_ITERATIONS, PRECISION);
        parameter.setRandom(new Random(SEED));
        return parameter;
    }

    private static Problem problem(Feature[][] x, double[] y, int rows) {
        Problem problem = new Problem();
        problem.l = x.length;
        problem.n = rows;
        problem.x = x;
        problem.y = y;
        problem.bias = -1;
        return problem;
    }

}
