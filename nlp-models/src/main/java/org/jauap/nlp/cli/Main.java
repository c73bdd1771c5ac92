package org.jauap.nlp.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code java -jar jauap-nlp.jar train|evaluate|classify …}: results on standard output, complaints in one line on standard error. */
@Command(name = "jauap-nlp", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        description = "Trains, measures and uses Jauap's message classifier.",
        subcommands = {TrainCommand.class, EvaluateCommand.class, ClassifyCommand.class, CrossValidateCommand.class,
                ConceptsCommand.class, TransferCommand.class})
public final class Main {

    /** Exit code for wrong use and wrong input. */
    static final int WRONG = 2;

    private Main() {
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.setOut(out);
        System.setErr(err);
        System.exit(run(arguments));
    }

    /** Runs one command with the process' standard streams and returns its exit code: 0, or 2 after one line of complaint. */
    static int run(String... arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setParameterExceptionHandler((ex, ignored) -> complain(ex.getMessage() + " (--help tells more)"));
        line.setExecutionExceptionHandler((ex, command, parsed) -> complain(reason(ex)));
        return arguments.length == 0 ? line.execute("--help") : line.execute(arguments);
    }

    private static int complain(String reason) {
        System.err.println("jauap-nlp: " + reason.replaceAll("\\s*\\R\\s*", " "));
        return WRONG;
    }

    private static String reason(Throwable failure) {
        return switch (failure) {
            case NoSuchFileException ex -> ex.getMessage() + ": no such file";
            case AccessDeniedException ex -> ex.getMessage() + ": access denied";
            case UncheckedIOException ex -> reason(ex.getCause());
            case IOException ex -> ex.getMessage() == null ? ex.toString() : ex.getMessage();
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }

    /** The version the jar was built with. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"jauap-nlp " + (version == null ? "(unpackaged)" : version)};
        }

    }

}
