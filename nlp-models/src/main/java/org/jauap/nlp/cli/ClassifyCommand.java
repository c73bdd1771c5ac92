package org.jauap.nlp.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.jauap.nlp.Classifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Texts on standard input, one a line; one JSON object a line out, as soon as its text is there. */
@Command(name = "classify", mixinStandardHelpOptions = true,
        description = "Reads texts from standard input, one a line, and prints one JSON object for each.")
final class ClassifyCommand implements Callable<Integer> {

    @Option(names = "--model", paramLabel = "FILE", required = true, description = "The model to use.")
    private Path model = Path.of("");

    @Override
    public Integer call() throws IOException {
        Classifier classifier = Classifier.load(model);
        BufferedReader texts = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String text = texts.readLine(); text != null; text = texts.readLine()) {
            System.out.println(Json.of(classifier.classify(text)));
        }
        return 0;
    }

}
