package org.jauap.nlp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

import org.jauap.nlp.concepts.Concept;
import org.jauap.nlp.concepts.ConceptLines;
import org.jauap.nlp.concepts.Lexicon;
import org.jauap.nlp.linear.Logistic;

/**
 * A model's file: eight characters of name, the format's number, the CRC-32 and length of what follows, then the parts one after the
 * other. The file of a model is the same bytes whenever the model is the same.
 */
final class ModelFile {

    private static final byte[] NAME = "JAUAPNLP".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = NAME.length + Integer.BYTES + Long.BYTES + Integer.BYTES;

    private ModelFile() {
    }

    static void write(ModelParts parts, Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writeParts(parts, out);
        }
        byte[] body = bytes.toByteArray();
        ByteBuffer header = ByteBuffer.allocate(HEADER).put(NAME).putInt(TrainingData.FORMAT).putLong(checksum(body)).putInt(body.length);
        Path target = file.toAbsolutePath();
        Path unfinished = Files.createTempFile(target.getParent(), target.getFileName().toString(), ".part");
        try {
            try (var out = Files.newOutputStream(unfinished)) {
                out.write(header.array());
                out.write(body);
            }
            move(unfinished, target);
        }
        finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
        catch (AtomicMoveNotSupportedException ex) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static ModelParts read(InputStream in, String name) throws IOException {
        byte[] all = in.readAllBytes();
        if (all.length < HEADER || !Arrays.equals(NAME, Arrays.copyOf(all, NAME.length))) {
            throw new InvalidModelException(name + " is no model of this program");
        }
        ByteBuffer header = ByteBuffer.wrap(all, NAME.length, HEADER - NAME.length);
        int format = header.getInt();
        if (format != TrainingData.FORMAT) {
            throw new InvalidModelException("%s has format %d, this program reads %d: train it again"
                .formatted(name, format, TrainingData.FORMAT));
        }
        long checksum = header.getLong();
        int length = header.getInt();
        byte[] body = Arrays.copyOfRange(all, HEADER, all.length);
        if (body.length != length || checksum(body) != checksum) {
            throw new InvalidModelException(name + " is damaged: it was cut short or altered");
        }
        try (DataInputStream parts = new DataInputStream(new ByteArrayInputStream(body))) {
            return readParts(parts);
        }
        catch (EOFException | RuntimeException ex) {
            throw new InvalidModelException(name + " is damaged: " + ex);
        }
    }

    private static long checksum(byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(body);
        return crc.getValue();
    }

    private static void writeParts(ModelParts parts, DataOutputStream out) throws IOException {
        out.writeUTF(parts.version());
        Reader reader = parts.reader();
        writeStrings(reader.labels(), out);
        writeStrings(reader.lexicon().concepts().stream().map(ConceptLines::format).toList(), out);
        reader.votes().weights().write(out);
        for (List<String> names : parts.names()) {
            writeStrings(names, out);
        }
        out.writeBoolean(reader.cyrillic());
        reader.detector().write(out);
        out.writeBoolean(parts.members() != null);
        if (parts.members() != null) {
            parts.members().write(out);
        }
        writeDecider(parts.decider(), out);
    }

    private static void writeDecider(Decider decider, DataOutputStream out) throws IOException {
        out.writeInt(decider.blend().weights().length);
        for (double weight : decider.blend().weights()) {
            out.writeDouble(weight);
        }
        writeDetector(decider.outOfScope(), out);
        writeDetector(decider.emergency(), out);
        writeDetector(decider.right(), out);
        out.writeDouble(decider.thresholds().route());
        out.writeDouble(decider.thresholds().outOfScope());
        out.writeDouble(decider.thresholds().emergency());
    }

    private static void writeDetector(Detector detector, DataOutputStream out) throws IOException {
        out.writeInt(detector.target());
        out.writeBoolean(detector.logistic() != null);
        if (detector.logistic() != null) {
            detector.logistic().write(out);
        }
    }

    private static ModelParts readParts(DataInputStream in) throws IOException {
        String version = in.readUTF();
        List<String> labels = readStrings(in);
        List<Concept> concepts = readStrings(in).stream().map(ConceptLines::parse).toList();
        ConceptWeights conceptWeights = ConceptWeights.read(in, concepts.size());
        List<List<String>> names = new ArrayList<>();
        for (int i = 0; i < concepts.size(); i++) {
            names.add(readStrings(in));
        }
        boolean cyrillic = in.readBoolean();
        LanguageDetector detector = LanguageDetector.read(in);
        Reader reader = new Reader(detector, new Lexicon(concepts), new Votes(concepts, conceptWeights, labels), labels, cyrillic);
        Members members = in.readBoolean() ? Members.read(in) : null;
        return new ModelParts(version, reader, members, readDecider(in), names);
    }

    private static Decider readDecider(DataInputStream in) throws IOException {
        double[] weights = new double[in.readInt()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readDouble();
        }
        return new Decider(new Blend(weights), readDetector(in), readDetector(in), readDetector(in),
                new Thresholds(in.readDouble(), in.readDouble(), in.readDouble()));
    }

    private static Detector readDetector(DataInputStream in) throws IOException {
        int target = in.readInt();
        return new Detector(target, in.readBoolean() ? Logistic.read(in) : null);
    }

    private static void writeStrings(List<String> strings, DataOutputStream out) throws IOException {
        out.writeInt(strings.size());
        for (String string : strings) {
            byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    private static List<String> readStrings(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            strings.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        }
        return strings;
    }

}
