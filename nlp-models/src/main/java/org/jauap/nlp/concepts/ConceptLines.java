package org.jauap.nlp.concepts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The written form of a concept, one a line:
 * {@code code<TAB>label,label…<TAB>kk stems<TAB>ru stems<TAB>en stems}, stems separated by commas. A further, optional column gives
 * readable names, {@code kk|ru|en}. Empty lines and lines that begin with {@code #} mean nothing.
 */
public final class ConceptLines {

    /** The languages of the columns, in order. */
    public static final List<String> LANGUAGES = List.of("kk", "ru", "en");

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final int COLUMNS = 2 + LANGUAGES.size();

    private ConceptLines() {
    }

    /** Whether a line holds a concept at all. */
    public static boolean holdsConcept(String line) {
        return !line.isBlank() && !line.startsWith("#");
    }

    /**
     * Reads one line.
     *
     * @throws IllegalArgumentException with the reason, when the line has not the form
     */
    public static Concept parse(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS && columns.length != COLUMNS + 1) {
            throw new IllegalArgumentException("%d or %d columns expected (code, intents, stems in kk, ru and en, and names), found %d"
                .formatted(COLUMNS, COLUMNS + 1, columns.length));
        }
        String code = columns[0].strip();
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("'%s' is no concept code (small letters, digits and hyphens)".formatted(code));
        }
        List<String> labels = items(columns[1]);
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("concept '%s' points to no intent".formatted(code));
        }
        List<String> kk = stems(columns[2]);
        List<String> ru = stems(columns[3]);
        List<String> en = stems(columns[4]);
        if (kk.isEmpty() && ru.isEmpty() && en.isEmpty()) {
            throw new IllegalArgumentException("concept '%s' has no stem in any language".formatted(code));
        }
        return new Concept(code, labels, Map.of("kk", kk, "ru", ru, "en", en),
                columns.length == COLUMNS ? Map.of() : names(code, columns[COLUMNS]));
    }

    private static Map<String, String> names(String code, String column) {
        String[] parts = column.split("\\|", -1);
        if (parts.length != LANGUAGES.size()) {
            throw new IllegalArgumentException("concept '%s': its names must be kk|ru|en, found '%s'".formatted(code, column));
        }
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isBlank()) {
                names.put(LANGUAGES.get(i), parts[i].strip());
            }
        }
        return names;
    }

    /** Writes a concept as {@link #parse} reads it. */
    public static String format(Concept concept) {
        StringBuilder line = new StringBuilder(concept.code()).append('\t').append(String.join(",", concept.labels()));
        for (String language : LANGUAGES) {
            line.append('\t').append(String.join(",", concept.stems().getOrDefault(language, List.of())));
        }
        if (!concept.names().isEmpty()) {
            line.append('\t')
                .append(LANGUAGES.stream().map(language -> concept.name(language).orElse("")).collect(Collectors.joining("|")));
        }
        return line.toString();
    }

    private static List<String> stems(String column) {
        List<String> stems = items(column);
        for (String stem : stems) {
            for (String word : stem.split(" ")) {
                int star = word.indexOf('*');
                if (star >= 0 && star < word.length() - 1) {
                    throw new IllegalArgumentException("'%s': * may stand only at a word's end".formatted(stem));
                }
                if (star == 0 || (star == 1 && word.equals(stem))) {
                    throw new IllegalArgumentException("'%s' would match nearly everything".formatted(stem));
                }
            }
        }
        return stems;
    }

    private static List<String> items(String column) {
        List<String> items = new ArrayList<>();
        for (String item : column.split(",")) {
            String stripped = item.strip();
            if (!stripped.isEmpty()) {
                items.add(stripped);
            }
        }
        return items;
    }

}
