package org.jauap.nlp.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An evaluation as files for people and programs: {@code labels.tsv} and {@code confusions.tsv}, and both in {@code report.html}.
 */
public final class Report {

    private static final String REJECTED = "(out of scope)";

    private final Evaluation evaluation;

    /** @param evaluation what to report */
    public Report(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** Writes the files; the folder is made if it is not there. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        String labels = labels();
        String confusions = confusions();
        String mistakes = mistakes();
        Files.writeString(folder.resolve("labels.tsv"), labels);
        Files.writeString(folder.resolve("confusions.tsv"), confusions);
        Files.writeString(folder.resolve("mistakes.tsv"), mistakes);
        String html = """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>Evaluation</title>
                <style>body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}td,th{padding:.2em .6em;border-bottom:1px solid #ccc;\
                text-align:left}</style>
                <h1>Evaluation</h1><p>%d messages, accuracy %.4f, right one among three %.4f, macro F1 %.4f, calibration error %.4f</p>
                <h2>Confusions</h2>%s<h2>Labels</h2>%s<h2>Mistakes, the surest first</h2>%s</html>
                """;
        Files.writeString(folder.resolve("report.html"), html.formatted(evaluation.answers().size(), evaluation.accuracy(),
                evaluation.topThree(), evaluation.macroF1(), evaluation.calibrationError(), table(confusions), table(labels),
                table(mistakes)));
    }

    private String labels() {
        StringBuilder out = new StringBuilder("label\tmessages\tprecision\trecall\tf1\n");
        evaluation.byLabel().forEach((label, score) -> out.append(String.format(Locale.ROOT, "%s\t%d\t%.4f\t%.4f\t%.4f%n", label,
                score.expected(), score.precision(), score.recall(), score.f1())));
        return out.toString();
    }

    private String confusions() {
        Map<String, Integer> pairs = new TreeMap<>();
        for (Answer answer : evaluation.answers()) {
            String said = answer.rejected() ? REJECTED : answer.predicted();
            pairs.merge(answer.expected() + "\t" + said, 1, Integer::sum);
        }
        StringBuilder out = new StringBuilder("expected\tpredicted\tmessages\n");
        pairs.entrySet()
            .stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
            .forEach(pair -> out.append(pair.getKey()).append('\t').append(pair.getValue()).append('\n'));
        return out.toString();
    }

    private String mistakes() {
        StringBuilder out = new StringBuilder("expected\tpredicted\tconfidence\ttext\n");
        evaluation.inScope()
            .stream()
            .filter(answer -> !answer.right())
            .sorted((a, b) -> Double.compare(b.confidence(), a.confidence()))
            .forEach(answer -> out.append(String.format(Locale.ROOT, "%s\t%s\t%.4f\t%s%n", answer.expected(),
                    answer.rejected() ? REJECTED : answer.predicted(), answer.confidence(), answer.text())));
        return out.toString();
    }

    private static String table(String tsv) {
        StringBuilder out = new StringBuilder("<table>");
        String cell = "th";
        for (String line : tsv.lines().toList()) {
            out.append("<tr>");
            for (String column : line.split("\t", -1)) {
                out.append('<').append(cell).append('>').append(escape(column)).append("</").append(cell).append('>');
            }
            out.append("</tr>");
            cell = "td";
        }
        return out.append("</table>").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

}
