package org.jauap.nlp.linear;

import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;

import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.TrainingParameters;

/**
 * OpenNLP's door to a small neural network, as {@link LinearTrainer} is to linear models: the same events and features, one hidden
 * layer between. It finds what several features say only together. It is the mean of two networks that begin differently, each with
 * half of the units: that errs less than one of the whole size. The same events and parameters give the same model.
 */
public final class NetworkTrainer extends MatrixTrainer<NetworkModel> {

    /** Parameter: how many units the hidden layers have together. */
    public static final String HIDDEN = "Hidden";

    private static final int MOST_FEATURES = 50_000;
    private static final int LEAST_DOCUMENTS = 2;

    /** For {@link TrainerFactory}, which makes trainers by their class name. */
    public NetworkTrainer() {
    }

    /** Trains through {@link TrainerFactory}, as OpenNLP's own tools do. */
    public static NetworkModel train(TrainingParameters parameters, ObjectStream<Event> events) throws IOException {
        parameters.put(TrainingParameters.ALGORITHM_PARAM, NetworkTrainer.class.getName());
        return (NetworkModel) TrainerFactory.getEventTrainer(parameters, Map.of()).train(events);
    }

    @Override
    NetworkModel train(EventMatrix matrix, TrainingParameters parameters) {
        Blocks.Kinds kinds = new Blocks.Kinds(parameters.getStringParameter(LinearTrainer.RAW_BLOCKS, ""),
                parameters.getStringParameter(LinearTrainer.HALF_BLOCKS, ""));
        EventMatrix.Weighed data = matrix.weigh(parameters.getIntParameter(TrainingParameters.CUTOFF_PARAM, LEAST_DOCUMENTS),
                parameters.getIntParameter(LinearTrainer.FEATURES, MOST_FEATURES), kinds);
        int half = Math.max(1, parameters.getIntParameter(HIDDEN, 256) / 2);
        Backpropagation[] networks = new Backpropagation[2];
        IntStream.range(0, networks.length).parallel().forEach(i -> {
            networks[i] = new Backpropagation(data.table().size(), half, data.outcomes().size(), i + 1);
            networks[i].learn(data.x(), data.y());
        });
        return Backpropagation.mean(networks[0], networks[1], data);
    }

}
