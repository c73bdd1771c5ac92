package org.jauap.nlp.cli;

import java.util.List;
import java.util.concurrent.Callable;

import org.jauap.nlp.TrainingData;
import org.jauap.nlp.evaluation.CrossValidation;
import org.jauap.nlp.evaluation.Verdict;
import org.jauap.nlp.evaluation.Verdicts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The product's data, each part classified by a model of the others; figures as TSV. */
@Command(name = "cross-validate", mixinStandardHelpOptions = true,
        description = "Measures the product's own data part by part and prints figures by language and the commonest confusions as TSV.")
final class CrossValidateCommand implements Callable<Integer> {

    private static final int CONFUSIONS = 25;

    @Option(names = "--folds", paramLabel = "N", defaultValue = "5", description = "Parts to hold out in turn (default: 5).")
    private int folds = 5;

    @Option(names = "--mistakes", description = "Print every message whose intent was missed, too.")
    private boolean mistakes;

    @Override
    public Integer call() {
        if (folds < 2) {
            throw new IllegalArgumentException("--folds: at least 2 parts");
        }
        List<Verdict> all = new CrossValidation(TrainingData.builtIn(), folds).run(System.err::println);
        Verdicts verdicts = new Verdicts(all);
        System.out.print(verdicts.byGroup());
        System.out.println();
        System.out.print(verdicts.byMember());
        System.out.println();
        System.out.print(verdicts.confusions(CONFUSIONS));
        if (mistakes) {
            System.out.println();
            all.stream().filter(verdict -> verdict.found().label() == null
                    || !verdict.found().label().toString().equals(verdict.message().label())).forEach(CrossValidateCommand::print);
        }
        return 0;
    }

    private static void print(Verdict verdict) {
        System.out.printf("%s\t%s\t%s\t%.3f\t%s%n", verdict.message().label(), verdict.found().label(), verdict.found().decision().code(),
                verdict.found().confidence(), verdict.message().text());
    }

}
