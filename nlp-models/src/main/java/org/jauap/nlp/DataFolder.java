package org.jauap.nlp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jauap.nlp.concepts.Concept;
import org.jauap.nlp.concepts.ConceptLines;

/** Reads {@code intents/} and {@code concepts/} of a folder; file names decide the order, so that it is the same everywhere. */
final class DataFolder {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)?");

    private final Path folder;

    DataFolder(Path folder) {
        this.folder = folder;
    }

    List<Message> messages() {
        List<Message> messages = new ArrayList<>();
        for (Path languageFolder : children(folder.resolve("intents"), "")) {
            String code = languageFolder.getFileName().toString().replace("/", "");
            Language language = Language.of(code)
                .orElseThrow(() -> new InvalidDataException(languageFolder.toString(), 0, "no language (kk, ru or en)"));
            for (Path file : children(languageFolder, ".txt")) {
                read(file, language, messages);
            }
        }
        return messages;
    }

    private static void read(Path file, Language language, List<Message> messages) {
        String label = nameWithout(file, ".txt");
        if (!LABEL.matcher(label).matches()) {
            throw new InvalidDataException(file.toString(), 0, "the name must be <agency>.<intent>.txt");
        }
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (line.indexOf('\t') >= 0) {
                throw new InvalidDataException(file.toString(), number, "a message must not have a TAB");
            }
            if (!line.isBlank()) {
                messages.add(new Message(line.strip(), label, language));
            }
        }
    }

    /** Concepts by file and code. */
    Map<String, Concept> concepts() {
        Map<String, Concept> concepts = new LinkedHashMap<>();
        for (Path file : children(folder.resolve("concepts"), ".tsv")) {
            concepts.putAll(conceptsOf(file));
        }
        return concepts;
    }

    private static Map<String, Concept> conceptsOf(Path file) {
        Map<String, Concept> concepts = new LinkedHashMap<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (!ConceptLines.holdsConcept(line)) {
                continue;
            }
            try {
                Concept concept = ConceptLines.parse(line);
                if (concepts.put(nameWithout(file, ".tsv") + "/" + concept.code(), concept) != null) {
                    throw new InvalidDataException(file.toString(), number, "concept '%s' stands here twice".formatted(concept.code()));
                }
                for (String label : concept.labels()) {
                    if (!LABEL.matcher(label).matches()) {
                        throw new InvalidDataException(file.toString(), number, "'%s' is no intent".formatted(label));
                    }
                }
            }
            catch (IllegalArgumentException ex) {
                throw new InvalidDataException(file.toString(), number, String.valueOf(ex.getMessage()));
            }
        }
        return concepts;
    }

    /** All concepts of a folder's own {@code *.tsv}, without the {@code concepts/} between. */
    static Map<String, Concept> conceptsIn(Path folder) {
        Map<String, Concept> concepts = new LinkedHashMap<>();
        for (Path file : children(folder, ".tsv")) {
            concepts.putAll(conceptsOf(file));
        }
        return concepts;
    }

    private static String nameWithout(Path file, String ending) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ending.length());
    }

    /** A folder's files with this ending, in the order of their names. */
    static List<Path> children(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !child.getFileName().toString().startsWith("."))
                .filter(child -> child.getFileName().toString().endsWith(ending))
                .sorted((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()))
                .toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException("Cannot list " + folder, ex);
        }
    }

    private static List<String> lines(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return (text.startsWith("\ufeff") ? text.substring(1) : text).lines().toList();
        }
        catch (CharacterCodingException ex) {
            throw new InvalidDataException(file.toString(), 0, "not UTF-8");
        }
        catch (IOException ex) {
            throw new InvalidDataException(file.toString(), 0, "cannot be read: " + ex.getMessage());
        }
    }

}
