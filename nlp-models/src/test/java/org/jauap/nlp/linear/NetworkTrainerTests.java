package org.jauap.nlp.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.ml.model.OnePassDataIndexer;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.TrainingParameters;
import org.junit.jupiter.api.Test;

class NetworkTrainerTests {

    private static List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            events.add(new Event("water", new String[] {"wtap", "wwater", "wpipe", "wday" + i % 5}));
            events.add(new Event("road", new String[] {"whole", "wroad", "wasphalt", "wday" + i % 5}));
            events.add(new Event("light", new String[] {"wlamp", "wroad", "wdark", "wday" + i % 5}));
        }
        return events;
    }

    private static TrainingParameters parameters() {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(NetworkTrainer.HIDDEN, 32);
        return parameters;
    }

    private static NetworkModel model() throws IOException {
        return NetworkTrainer.train(parameters(), new CollectionObjectStream<>(events()));
    }

    @Test
    void learns() throws IOException {
        MaxentModel model = model();
        assertThat(model.getBestOutcome(model.eval(new String[] {"wtap", "wbroken"}))).isEqualTo("water");
        assertThat(model.getBestOutcome(model.eval(new String[] {"wroad", "wdark"}))).isEqualTo("light");
        assertThat(model.getBestOutcome(model.eval(new String[] {"wroad", "wasphalt"}))).isEqualTo("road");
        assertThat(model.eval(new String[] {"whole"})).satisfies(all -> assertThat(all[0] + all[1] + all[2]).isBetween(0.999, 1.001));
        assertThat(model.getAllOutcomes(model.eval(new String[] {}))).contains("road[");
    }

    @Test
    void openNlpFindsItByItsNameAndTrainsFromAnIndex() throws IOException {
        TrainingParameters parameters = parameters();
        NetworkTrainer.train(parameters, new CollectionObjectStream<>(events()));
        EventTrainer trainer = TrainerFactory.getEventTrainer(parameters, Map.of());
        assertThat(trainer).isInstanceOf(NetworkTrainer.class);
        OnePassDataIndexer indexer = new OnePassDataIndexer();
        TrainingParameters all = new TrainingParameters();
        all.put(TrainingParameters.CUTOFF_PARAM, 1);
        indexer.init(all, Map.of());
        indexer.index(new CollectionObjectStream<>(events()));
        MaxentModel model = trainer.train(indexer);
        assertThat(model.getBestOutcome(model.eval(new String[] {"whole"}))).isEqualTo("road");
        assertThat(model.getOutcome(model.getIndex("road"))).isEqualTo("road");
    }

    @Test
    void sameEventsSameModelAndItIsReadAsItWasWritten() throws IOException {
        byte[] bytes = bytes(model());
        assertThat(bytes(model())).isEqualTo(bytes);
        assertThat(bytes(NetworkModel.read(new DataInputStream(new ByteArrayInputStream(bytes))))).isEqualTo(bytes);
    }

    private static byte[] bytes(NetworkModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

}
