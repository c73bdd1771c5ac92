package org.jauap.nlp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jauap.nlp.concepts.Concept;

/**
 * Labelled messages in a file: {@code text<TAB>label}, UTF-8, a first line {@code text<TAB>label…} skipped. A third column may tell the
 * style of a message, for reports; further ones mean nothing. A folder stands for all its {@code *.tsv} files, and a file that is
 * called {@code kk.tsv}, {@code ru.tsv} or {@code en.tsv} tells the language of its messages.
 */
public final class LabelledFile {

    private LabelledFile() {
    }

    /**
     * Reads all messages of a file or folder.
     *
     * @throws InvalidDataException when a file cannot be read, or for the first line that has not the form
     */
    public static List<Message> read(Path fileOrFolder) {
        List<Message> messages = new ArrayList<>();
        if (Files.isDirectory(fileOrFolder)) {
            DataFolder.children(fileOrFolder, ".tsv").forEach(file -> readFile(file, messages));
        }
        else {
            readFile(fileOrFolder, messages);
        }
        if (messages.isEmpty()) {
            throw new InvalidDataException(fileOrFolder.toString(), 0, "no message in it");
        }
        return messages;
    }

    private static void readFile(Path file, List<Message> messages) {
        Language language = Language.of(file.getFileName().toString().replace(".tsv", "")).orElse(null);
        int number = 0;
        for (String line : text(file).split("\r?\n", -1)) {
            number++;
            if (line.isBlank() || (number == 1 && (line.equals("text\tlabel") || line.startsWith("text\tlabel\t")))) {
                continue;
            }
            String[] columns = line.split("\t", -1);
            if (columns.length < 2) {
                throw new InvalidDataException(file.toString(), number, "text<TAB>label expected, no TAB found");
            }
            String label = columns[1].strip();
            if (label.isEmpty()) {
                throw new InvalidDataException(file.toString(), number, "no label after the TAB");
            }
            messages.add(new Message(columns[0], label, language, columns.length > 2 ? columns[2].strip() : ""));
        }
    }

    /** The concepts of a folder's {@code *.tsv} files, by file and code. */
    public static Map<String, Concept> conceptsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidDataException(folder.toString(), 0, "no such folder");
        }
        return DataFolder.conceptsIn(folder);
    }

    private static String text(Path file) {
        if (!Files.exists(file)) {
            throw new InvalidDataException(file.toString(), 0, "no such file");
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        }
        catch (CharacterCodingException ex) {
            throw new InvalidDataException(file.toString(), 0, "not UTF-8");
        }
        catch (IOException ex) {
            throw new InvalidDataException(file.toString(), 0, "cannot be read: " + ex.getMessage());
        }
    }

}
