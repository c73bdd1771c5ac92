package org.jauap.nlp.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jauap.nlp.Classifier;
import org.jauap.nlp.LabelledFile;
import org.jauap.nlp.Message;
import org.jauap.nlp.Training;
import org.jauap.nlp.TrainingData;
import org.jauap.nlp.concepts.Concept;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Data in, model out. */
@Command(name = "train", mixinStandardHelpOptions = true, description = "Trains a model; without --data, the product's own.")
final class TrainCommand implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "FILE", description = "TSV, UTF-8: text<TAB>label.")
    private @Nullable Path data;

    @Option(names = "--validation", paramLabel = "FILE",
            description = "TSV to choose blend and thresholds by; labels that --data has not are out of scope.")
    private @Nullable Path validation;

    @Option(names = "--concepts", paramLabel = "DIR", description = "Folder of concept files instead of the built-in lexicon.")
    private @Nullable Path concepts;

    @Option(names = "--model", paramLabel = "FILE", required = true, description = "The model to write.")
    private Path model = Path.of("");

    @Override
    public Integer call() throws IOException {
        Path folder = model.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFolder(folder);
        }
        Classifier classifier = Training.train(trainingData());
        classifier.save(model);
        System.err.printf("%s: %d bytes, version %s%n", model, Files.size(model), classifier.version());
        return 0;
    }

    private TrainingData trainingData() {
        TrainingData builtIn = TrainingData.builtIn();
        Map<String, Concept> lexicon = concepts == null ? builtIn.concepts() : LabelledFile.conceptsIn(concepts);
        List<Message> held = validation == null ? List.of() : LabelledFile.read(validation);
        if (data == null) {
            return new TrainingData(builtIn.messages(), validation == null ? builtIn.validation() : held, lexicon, builtIn.labels());
        }
        return TrainingData.of(LabelledFile.read(data), held, lexicon);
    }

    /** The folder for the model is not there. */
    private static final class NoSuchFolder extends IOException {

        private static final long serialVersionUID = 1L;

        NoSuchFolder(@Nullable Path folder) {
            super(folder + ": no such folder");
        }

    }

}
