package org.jauap.nlp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTests {

    private static final String TRAIN = """
            text\tlabel\tremark
            what is my balance\tbalance\tx
            how much money do i have\tbalance
            tell me my account balance\tbalance
            balance of my account please\tbalance
            block my card\tblock
            my card was stolen block it\tblock
            please freeze the card\tblock
            i lost my card\tblock
            transfer 50 dollars to anna\ttransfer
            send money to my sister\ttransfer
            make a transfer to savings\ttransfer
            wire money abroad\ttransfer
            """;

    @TempDir
    private Path folder;

    @Test
    void trainsEvaluatesAndClassifies() throws IOException {
        Path data = write("train.tsv", TRAIN);
        Path valid = write("valid.tsv", "show balance\tbalance\nfreeze card\tblock\nsend money\ttransfer\nbake a cake\toos\n");
        Path model = folder.resolve("out.bin");
        Run train = run("", "train", "--data", data.toString(), "--validation", valid.toString(), "--model", model.toString());
        assertThat(train.err()).doesNotContain("Exception");
        assertThat(train.code()).isZero();

        Run evaluate = run("", "evaluate", "--model", model.toString(), "--data", valid.toString(), "--out-of-scope", "oos", "--report",
                folder.resolve("report").toString());
        assertThat(evaluate.code()).isZero();
        assertThat(evaluate.out().lines()).singleElement().asString()
            .matches("\\{\"examples\":4,\"accuracy\":[0-9.]+,\"macroF1\":[0-9.]+,\"top3\":[0-9.]+,\"ece\":[0-9.]+,"
                    + "\"outOfScope\":\\{\"recall\":[0-9.]+,\"falseRejections\":[0-9.]+,\"auroc\":[0-9.]+},"
                    + "\"micros\":\\{\"p50\":[0-9.]+,\"p99\":[0-9.]+},\"modelBytes\":" + Files.size(model) + "}");
        assertThat(folder.resolve("report/report.html")).content().contains("<summary>confusions</summary>", "<svg");
        assertThat(folder.resolve("report/labels.tsv")).content().startsWith("label\tmessages\tprecision\trecall\tf1\n");

        Run classify = run("block the card\n\n", "classify", "--model", model.toString());
        assertThat(classify.out().lines()).hasSize(2).first().asString()
            .startsWith("{\"language\":\"en\",\"decision\":\"").contains("\"agency\":null,\"intent\":\"block\",\"confidence\":");
        assertThat(classify.out().lines().skip(1)).first().asString().contains("\"intent\":null").contains("\"alternatives\":[]");
    }

    @Test
    void withoutOutOfScopeThereIsNone() throws IOException {
        Path data = write("train.tsv", TRAIN);
        Path model = folder.resolve("out.bin");
        assertThat(run("", "train", "--data", data.toString(), "--model", model.toString()).code()).isZero();
        assertThat(run("", "evaluate", "--model", model.toString(), "--data", data.toString()).out())
            .contains("\"examples\":12,\"accuracy\":1.0,").contains("\"outOfScope\":null");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {"train --data nowhere.tsv --model m.bin|nowhere.tsv: no such file",
            "train --data bad.tsv --model m.bin|bad.tsv:2: text<TAB>label expected", "train --data bad.tsv|Missing required option: '--model=FILE'",
            "train --data empty.tsv --model m.bin|empty.tsv: no message in it", "train --data latin1.tsv --model m.bin|latin1.tsv: not UTF-8",
            "train --data good.tsv --concepts nowhere --model m.bin|nowhere: no such folder",
            "train --data good.tsv --concepts . --model m.bin|bad.tsv:1: 5 or 6 columns expected",
            "train --data good.tsv --model nowhere/m.bin|nowhere: no such folder", "evaluate --model nowhere.bin --data good.tsv|nowhere.bin: no such file",
            "evaluate --model good.tsv --data good.tsv|good.tsv is no model", "classify|Missing required option: '--model=FILE'",
            "classify --model good.tsv --fast|Unknown option: '--fast'", "learn|Unmatched argument at index 0: 'learn'"})
    void complainsInOneLine(String command, String complaint) throws IOException {
        write("bad.tsv", "a\tb\nno tab here\n");
        write("good.tsv", "a\tb\n");
        write("empty.tsv", "text\tlabel\n");
        Files.write(folder.resolve("latin1.tsv"), new byte[] {(byte) 0xe9, '\t', 'a', '\n'});
        String[] arguments = command.split(" ");
        for (int i = 2; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--")) {
                arguments[i] = folder.resolve(arguments[i]).normalize().toString();
            }
        }
        Run run = run("", arguments);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().startsWith("jauap-nlp: ").contains(complaint);
    }

    @ParameterizedTest
    @CsvSource({"--help,evaluate", "train --help,--validation", "evaluate --help,--out-of-scope", "classify --help,standard input"})
    void helps(String command, String word) {
        Run run = run("", command.split(" "));
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains(word);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Run run(String input, String... arguments) {
        InputStream in = System.in;
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        try {
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
            int code = Main.run(arguments);
            return new Run(code, outBytes.toString(StandardCharsets.UTF_8), errBytes.toString(StandardCharsets.UTF_8));
        }
        finally {
            System.setIn(in);
            System.setOut(out);
            System.setErr(err);
        }
    }

    private record Run(int code, String out, String err) {
    }

}
