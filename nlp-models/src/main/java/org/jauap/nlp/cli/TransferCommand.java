package org.jauap.nlp.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.jauap.nlp.Classifier;
import org.jauap.nlp.LabelledFile;
import org.jauap.nlp.Language;
import org.jauap.nlp.Message;
import org.jauap.nlp.SpecialLabels;
import org.jauap.nlp.Training;
import org.jauap.nlp.TrainingData;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What each language's messages teach the others through the concepts: trained on one language, tested on each. */
@Command(name = "transfer", mixinStandardHelpOptions = true,
        description = "Trains the product's data on each language alone and on all, and prints the share of right intents by test language as TSV.")
final class TransferCommand implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "Folder of kk.tsv, ru.tsv and en.tsv to test on.")
    private Path data = Path.of("");

    @Override
    public Integer call() {
        List<Message> tests = LabelledFile.read(data).stream().filter(message -> SpecialLabels.isIntent(message.label())).toList();
        System.out.println("trained on\tkk\tru\ten");
        print("all", train(null), tests);
        for (Language language : Language.values()) {
            print(language.code(), train(language), tests);
        }
        return 0;
    }

    private static Classifier train(@Nullable Language only) {
        TrainingData all = TrainingData.builtIn();
        if (only == null) {
            return Training.train(all);
        }
        return Training.train(new TrainingData(in(all.messages(), only), in(all.validation(), only), all.concepts(), all.labels()));
    }

    private static List<Message> in(List<Message> messages, Language language) {
        return messages.stream().filter(message -> message.language() == language).toList();
    }

    private static void print(String name, Classifier classifier, List<Message> tests) {
        StringBuilder line = new StringBuilder(name);
        for (Language language : new Language[] {Language.KK, Language.RU, Language.EN}) {
            List<Message> own = in(tests, language);
            long right = own.stream().filter(message -> isRight(classifier, message)).count();
            line.append(String.format(Locale.ROOT, "\t%.4f", own.isEmpty() ? 0 : (double) right / own.size()));
        }
        System.out.println(line);
    }

    private static boolean isRight(Classifier classifier, Message message) {
        return String.valueOf(classifier.classify(message.text(), message.language()).label()).equals(message.label());
    }

}
