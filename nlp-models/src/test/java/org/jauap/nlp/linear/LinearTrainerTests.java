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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinearTrainerTests {

    private static List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            events.add(new Event("water", new String[] {"wtap", "wwater", "wday" + i % 5}));
            events.add(new Event("road", new String[] {"whole", "wroad", "wday" + i % 5}));
            events.add(new Event("light", new String[] {"wlamp", "wroad", "wdark", "wday" + i % 5}));
        }
        return events;
    }

    private static TrainingParameters parameters(Solver solver) {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(LinearTrainer.SOLVER, solver.name());
        return parameters;
    }

    @ParameterizedTest
    @EnumSource(Solver.class)
    void everySolverLearns(Solver solver) throws IOException {
        MaxentModel model = LinearTrainer.train(parameters(solver), new CollectionObjectStream<>(events()));
        assertThat(model.getBestOutcome(model.eval(new String[] {"wtap", "wbroken"}))).isEqualTo("water");
        assertThat(model.getBestOutcome(model.eval(new String[] {"wroad"}))).isIn("road", "light");
        assertThat(model.getBestOutcome(model.eval(new String[] {"wroad", "wdark"}))).isEqualTo("light");
        assertThat(model.eval(new String[] {})).containsOnly(1 / 3.0);
    }

    @Test
    void openNlpFindsItByItsNameAndTrainsFromAnIndex() throws IOException {
        TrainingParameters parameters = parameters(Solver.CRAMMER_SINGER);
        LinearTrainer.train(parameters, new CollectionObjectStream<>(events()));
        EventTrainer trainer = TrainerFactory.getEventTrainer(parameters, Map.of());
        assertThat(trainer).isInstanceOf(LinearTrainer.class);
        OnePassDataIndexer indexer = new OnePassDataIndexer();
        TrainingParameters all = new TrainingParameters();
        all.put(TrainingParameters.CUTOFF_PARAM, 1);
        indexer.init(all, Map.of());
        indexer.index(new CollectionObjectStream<>(events()));
        MaxentModel model = trainer.train(indexer);
        assertThat(model.getBestOutcome(model.eval(new String[] {"whole"}))).isEqualTo("road");
        assertThat(model.getIndex("road")).isEqualTo(1);
        assertThat(model.getAllOutcomes(model.eval(new String[] {"whole"}))).contains("road[");
    }

    @Test
    void aModelIsReadAsItWasWritten() throws IOException {
        LinearModel model = LinearTrainer.train(parameters(Solver.LOGISTIC), new CollectionObjectStream<>(events()));
        byte[] bytes = bytes(model);
        LinearModel read = LinearModel.read(new DataInputStream(new ByteArrayInputStream(bytes)));
        assertThat(read.eval(new String[] {"wroad", "wday1"})).containsExactly(model.eval(new String[] {"wroad", "wday1"}));
        assertThat(bytes(read)).isEqualTo(bytes);
    }

    private static byte[] bytes(LinearModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

}
