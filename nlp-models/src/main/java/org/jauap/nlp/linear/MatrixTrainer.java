package org.jauap.nlp.linear;

import java.io.IOException;
import java.util.Map;

import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.model.DataIndexer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.TrainingConfiguration;
import opennlp.tools.util.TrainingParameters;
import opennlp.tools.util.ext.ExtensionLoader;

/**
 * A trainer that wants all events at once, whichever way OpenNLP hands them over.
 *
 * @param <M> the model it makes
 */
abstract class MatrixTrainer<M extends MaxentModel> implements EventTrainer {

    static {
        ExtensionLoader.registerAllowedPackage(MatrixTrainer.class.getPackageName());
    }

    private TrainingParameters parameters = new TrainingParameters();

    abstract M train(EventMatrix matrix, TrainingParameters parameters);

    @Override
    public void init(TrainingParameters trainingParameters, Map<String, String> reportMap) {
        this.parameters = trainingParameters;
    }

    @Override
    public void init(TrainingParameters trainingParameters, Map<String, String> reportMap, TrainingConfiguration configuration) {
        init(trainingParameters, reportMap);
    }

    @Override
    public M train(ObjectStream<Event> events) throws IOException {
        return train(EventMatrix.of(events), parameters);
    }

    @Override
    public M train(DataIndexer indexer) {
        return train(EventMatrix.of(indexer), parameters);
    }

}
