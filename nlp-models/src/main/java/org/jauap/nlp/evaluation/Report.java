package org.jauap.nlp.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An evaluation as files for people and programs: one TSV for each table, all of them and two curves in {@code report.html}.
 */
public final class Report {

    private static final String REJECTED = "(out of scope)";
    private static final int WORST = 50;

    private final Evaluation evaluation;
    private final ConceptAudit concepts;

    /**
     * @param evaluation what to report
     * @param concepts the model's lexicon on the same messages
     */
    public Report(Evaluation evaluation, ConceptAudit concepts) {
        this.evaluation = evaluation;
        this.concepts = concepts;
    }

    /** Writes the files; the folder is made if it is not there. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, String> tables = tables();
        for (Map.Entry<String, String> table : tables.entrySet()) {
            Files.writeString(folder.resolve(table.getKey()), table.getValue());
        }
        Files.writeString(folder.resolve("report.html"), html(tables));
    }

    private Map<String, String> tables() {
        Verdicts verdicts = evaluation.verdicts();
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("groups.tsv", verdicts.byGroup());
        tables.put("members.tsv", verdicts.byMember());
        tables.put("calibration.tsv", verdicts.calibration());
        tables.put("coverage-risk.tsv", verdicts.coverageAndRisk());
        tables.put("agencies.tsv", scores("agency", evaluation.byAgency()));
        tables.put("labels.tsv", scores("label", evaluation.byLabel()));
        tables.put("confusions.tsv", confusions());
        tables.put("mistakes.tsv", mistakes());
        concepts.files().forEach((name, text) -> tables.put("concepts-" + name.replace("concepts.tsv", "all.tsv"), text));
        return tables;
    }

    private String html(Map<String, String> tables) {
        StringBuilder out = new StringBuilder("""
                <!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Evaluation</title>
                <style>body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}td,th{padding:.2em .6em;border-bottom:1px solid #ccc;\
                text-align:left}details{margin:1em 0}summary{font-size:1.3em}</style>
                """);
        out.append(String.format(Locale.ROOT, "<h1>Evaluation</h1><p>%d messages, accuracy %.4f, right one among three %.4f, macro F1 %.4f, "
                + "calibration error %.4f</p>%n", evaluation.answers().size(), evaluation.accuracy(), evaluation.topThree(),
                evaluation.macroF1(), evaluation.calibrationError()));
        out.append("<h2>Is confidence worth what it says?</h2>").append(Plot.of(tables.get("calibration.tsv"), 3, 4, true));
        out.append("<h2>How many could be routed, and how many of them wrongly</h2>").append(Plot.of(tables.get("coverage-risk.tsv"), 0, 2, false));
        tables.forEach((name, tsv) -> out.append("<details open><summary>")
            .append(name.replace(".tsv", "").replace('-', ' '))
            .append("</summary>")
            .append(table(name.equals("mistakes.tsv") || name.startsWith("concepts-") ? firstLines(tsv) : tsv))
            .append("</details>\n"));
        return out.append("</html>\n").toString();
    }

    private static String firstLines(String tsv) {
        return tsv.lines().limit(WORST + 1L).collect(Collectors.joining("\n"));
    }

    private static String scores(String what, Map<String, LabelScore> scores) {
        StringBuilder out = new StringBuilder(what).append("\tmessages\tprecision\trecall\tf1\n");
        scores.forEach((label, score) -> out.append(String.format(Locale.ROOT, "%s\t%d\t%.4f\t%.4f\t%.4f%n", label, score.expected(),
                score.precision(), score.recall(), score.f1())));
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
