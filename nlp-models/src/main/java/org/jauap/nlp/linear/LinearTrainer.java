package org.jauap.nlp.linear;

import java.io.IOException;
import java.util.Map;

import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.TrainingParameters;

/**
 * OpenNLP's door to regularised linear training (liblinear). OpenNLP finds it by
 * {@code TrainingParameters.ALGORITHM_PARAM = LinearTrainer.class.getName()}. The same events and parameters give the same model.
 */
public final class LinearTrainer extends MatrixTrainer<LinearModel> {

    /** Parameter: one of {@link Solver}'s names. */
    public static final String SOLVER = "Solver";

    /** Parameter: how dear an error on a training event is; smaller means smoother. */
    public static final String COST = "Cost";

    /** Parameter: the features kept at most, the most frequent first. */
    public static final String FEATURES = "Features";

    /** Parameter: the weights kept at most, the largest first; each takes three bytes. */
    public static final String WEIGHTS = "Weights";

    /** Parameter: names of the blocks whose values are taken as they are, without separators. */
    public static final String RAW_BLOCKS = "RawBlocks";

    /** Parameter: names of the blocks that count half as much as the others, without separators. */
    public static final String HALF_BLOCKS = "HalfBlocks";

    private static final int MOST_FEATURES = 400_000;
    private static final int MOST_WEIGHTS = 6_000_000;

    /** For {@link TrainerFactory}, which makes trainers by their class name. */
    public LinearTrainer() {
    }

    /** Trains through {@link TrainerFactory}, as OpenNLP's own tools do. */
    public static LinearModel train(TrainingParameters parameters, ObjectStream<Event> events) throws IOException {
        parameters.put(TrainingParameters.ALGORITHM_PARAM, LinearTrainer.class.getName());
        return (LinearModel) TrainerFactory.getEventTrainer(parameters, Map.of()).train(events);
    }

    @Override
    LinearModel train(EventMatrix matrix, TrainingParameters parameters) {
        Blocks.Kinds kinds = new Blocks.Kinds(parameters.getStringParameter(RAW_BLOCKS, ""),
                parameters.getStringParameter(HALF_BLOCKS, ""));
        int leastDocuments = Math.max(1, parameters.getIntParameter(TrainingParameters.CUTOFF_PARAM, 1));
        EventMatrix.Weighed data = matrix.weigh(leastDocuments, parameters.getIntParameter(FEATURES, MOST_FEATURES), kinds);
        Solver solver = Solver.valueOf(parameters.getStringParameter(SOLVER, Solver.CRAMMER_SINGER.name()));
        float[][] weights = solver.solve(data.x(), data.y(), data.table().size(), data.outcomes().size(),
                parameters.getDoubleParameter(COST, 1.0));
        SparseWeights sparse = SparseWeights.of(weights, data.table().size(), parameters.getIntParameter(WEIGHTS, MOST_WEIGHTS));
        return new LinearModel(data.outcomes(), data.table(), data.blocks(), sparse, 1);
    }

}
