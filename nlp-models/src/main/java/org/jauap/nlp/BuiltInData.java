package org.jauap.nlp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jauap.nlp.concepts.Concept;

/** The data beside these classes, in a folder or inside a jar. */
final class BuiltInData {

    private static final String HERE = "concepts/emergency-call.tsv";

    private BuiltInData() {
    }

    static TrainingData load() {
        URL resource = BuiltInData.class.getResource(HERE);
        if (resource == null) {
            throw new IllegalStateException("The jar lacks its own data: " + HERE);
        }
        try {
            URI uri = resource.toURI();
            if (uri.getScheme().equals("file")) {
                return read(Path.of(uri).getParent().getParent());
            }
            return readInside(uri);
        }
        catch (URISyntaxException ex) {
            throw new IllegalStateException(ex);
        }
        catch (IOException ex) {
            throw new UncheckedIOException("Cannot read the data inside " + resource, ex);
        }
    }

    private static TrainingData readInside(URI uri) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
            return read(Path.of(uri).getParent().getParent());
        }
        catch (FileSystemAlreadyExistsException ex) {
            return read(Path.of(uri).getParent().getParent());
        }
    }

    private static TrainingData read(Path folder) {
        DataFolder data = new DataFolder(folder);
        List<Message> messages = data.messages();
        Map<String, Concept> concepts = data.concepts();
        Set<String> labels = new TreeSet<>();
        concepts.values().forEach(concept -> labels.addAll(concept.labels()));
        Path validation = folder.resolve("validation");
        return new TrainingData(messages, Files.isDirectory(validation) ? LabelledFile.read(validation) : List.of(), concepts, labels);
    }

}
