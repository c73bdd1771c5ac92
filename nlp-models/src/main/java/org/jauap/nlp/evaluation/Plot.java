package org.jauap.nlp.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A curve in the unit square as SVG, with its axes named; for reports that open in any browser. */
final class Plot {

    private static final int SIZE = 300;
    private static final int MARGIN = 40;

    private Plot() {
    }

    /** @param columns two columns of a TSV with a heading line: across and up, both from 0 to 1 */
    static String of(String tsv, int across, int up, boolean diagonal) {
        List<String[]> lines = tsv.lines().map(line -> line.split("\t", -1)).toList();
        String points = lines.stream()
            .skip(1)
            .map(line -> "%s,%s".formatted(x(Double.parseDouble(line[across])), y(Double.parseDouble(line[up]))))
            .collect(Collectors.joining(" "));
        return """
                <svg viewBox="0 0 %1$d %1$d" width="%1$d" height="%1$d" role="img" aria-label="%5$s by %4$s">\
                <path d="M%2$s V%3$s H%6$s" fill="none" stroke="currentColor"/>%7$s\
                <polyline points="%8$s" fill="none" stroke="#0b6" stroke-width="2"/>\
                <text x="50%%" y="%9$d" text-anchor="middle" fill="currentColor">%4$s</text>\
                <text x="14" y="50%%" text-anchor="middle" fill="currentColor" transform="rotate(-90 14 %10$d)">%5$s</text></svg>"""
            .formatted(SIZE + 2 * MARGIN, x(0) + " " + y(1), y(0), lines.getFirst()[across], lines.getFirst()[up], x(1),
                    diagonal ? "<path d=\"M%s %s L%s %s\" stroke=\"#999\" stroke-dasharray=\"4\"/>".formatted(x(0), y(0), x(1), y(1)) : "",
                    points, SIZE + 2 * MARGIN - 8, SIZE / 2 + MARGIN);
    }

    private static String x(double value) {
        return String.format(Locale.ROOT, "%.1f", MARGIN + value * SIZE);
    }

    private static String y(double value) {
        return String.format(Locale.ROOT, "%.1f", MARGIN + (1 - value) * SIZE);
    }

}
