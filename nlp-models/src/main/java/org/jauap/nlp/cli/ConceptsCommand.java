package org.jauap.nlp.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jauap.nlp.LabelledFile;
import org.jauap.nlp.Message;
import org.jauap.nlp.TrainingData;
import org.jauap.nlp.concepts.Concept;
import org.jauap.nlp.evaluation.ConceptAudit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A lexicon held against labelled messages, without training anything. */
@Command(name = "concepts", mixinStandardHelpOptions = true,
        description = "Holds a lexicon against labelled messages: coverage, concepts that point wrong, telling words without a concept.")
final class ConceptsCommand implements Callable<Integer> {

    @Option(names = "--concepts", paramLabel = "DIR", description = "Folder of concept files instead of the built-in lexicon.")
    private @Nullable Path concepts;

    @Option(names = "--data", paramLabel = "FILE", description = "TSV (text<TAB>label), or a folder of them, instead of the built-in messages.")
    private @Nullable Path data;

    @Option(names = "--report", paramLabel = "DIR", description = "Folder for the whole audit as TSV files; without it only coverage is printed.")
    private @Nullable Path report;

    @Override
    public Integer call() throws IOException {
        TrainingData builtIn = TrainingData.builtIn();
        Map<String, Concept> lexicon = concepts == null ? builtIn.concepts() : LabelledFile.conceptsIn(concepts);
        List<Message> messages = data == null ? builtIn.messages() : LabelledFile.read(data);
        ConceptAudit audit = new ConceptAudit(lexicon, messages);
        System.out.print(audit.coverage());
        if (report != null) {
            Files.createDirectories(report);
            for (Map.Entry<String, String> file : audit.files().entrySet()) {
                Files.writeString(report.resolve(file.getKey()), file.getValue());
            }
        }
        return 0;
    }

}
