package org.jauap.nlp.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.jauap.nlp.Classifier;
import org.jauap.nlp.LabelledFile;
import org.jauap.nlp.Message;
import org.jauap.nlp.evaluation.ConceptAudit;
import org.jauap.nlp.evaluation.Evaluation;
import org.jauap.nlp.evaluation.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Model and labelled data in, one JSON object out. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, description = "Measures a model and prints one JSON object.")
final class EvaluateCommand implements Callable<Integer> {

    @Option(names = "--model", paramLabel = "FILE", required = true, description = "The model to measure.")
    private Path model = Path.of("");

    @Option(names = "--data", paramLabel = "FILE", required = true, description = "TSV, UTF-8: text<TAB>label[<TAB>style]; or a folder of kk.tsv, ru.tsv, en.tsv.")
    private Path data = Path.of("");

    @Option(names = "--out-of-scope", paramLabel = "LABEL",
            description = "The label of messages that are out of scope; without it none may be turned away.")
    private @Nullable String outOfScope;

    @Option(names = "--report", paramLabel = "DIR", description = "Folder for HTML and TSV: figures by language and style, confusions, calibration, mistakes, concepts.")
    private @Nullable Path report;

    @Override
    public Integer call() throws IOException {
        Classifier classifier = Classifier.load(model);
        List<Message> messages = LabelledFile.read(data);
        Evaluation evaluation = Evaluation.of(classifier, messages, outOfScope);
        if (report != null) {
            new Report(evaluation, ConceptAudit.of(classifier.concepts(), messages)).write(report);
        }
        System.out.println(Json.of(evaluation, Files.size(model)));
        return 0;
    }

}
