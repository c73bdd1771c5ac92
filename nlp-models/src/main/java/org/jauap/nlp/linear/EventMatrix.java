package org.jauap.nlp.linear;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;

import opennlp.tools.ml.model.DataIndexer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStream;

import org.jspecify.annotations.Nullable;

/**
 * Training events as numbers: features get columns as they come, then the useful ones get rows and weights. Outcomes are numbered in
 * alphabetical order.
 */
final class EventMatrix {

    private final Map<String, Integer> columns = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private int[] documents = new int[1024];
    private final Map<String, Integer> outcomes = new LinkedHashMap<>();
    private final List<Counts> events = new ArrayList<>();

    /** All events of a stream. */
    static EventMatrix of(ObjectStream<Event> events) throws IOException {
        EventMatrix matrix = new EventMatrix();
        for (Event event = events.read(); event != null; event = events.read()) {
            matrix.add(event.getOutcome(), event.getContext(), event.getValues());
        }
        return matrix;
    }

    /** All events of an index, each as often as it was seen. */
    static EventMatrix of(DataIndexer indexer) {
        EventMatrix matrix = new EventMatrix();
        String[] names = indexer.getPredLabels();
        for (int i = 0; i < indexer.getContexts().length; i++) {
            int[] context = indexer.getContexts()[i];
            String[] features = new String[context.length];
            for (int j = 0; j < context.length; j++) {
                features[j] = names[context[j]];
            }
            float[] values = indexer.getValues() == null ? null : indexer.getValues()[i];
            for (int times = 0; times < indexer.getNumTimesEventsSeen()[i]; times++) {
                matrix.add(indexer.getOutcomeLabels()[indexer.getOutcomeList()[i]], features, values);
            }
        }
        return matrix;
    }

    void add(String outcome, String[] context, float @Nullable [] values) {
        int number = outcomes.computeIfAbsent(outcome, name -> outcomes.size());
        long[] found = new long[context.length];
        for (int i = 0; i < context.length; i++) {
            found[i] = ((long) column(context[i]) << 32) | i;
        }
        Arrays.sort(found);
        int[] own = new int[found.length];
        float[] counts = new float[found.length];
        int length = 0;
        for (long each : found) {
            int column = (int) (each >>> 32);
            float value = values == null ? 1 : values[(int) each];
            if (length > 0 && own[length - 1] == column) {
                counts[length - 1] += value;
            }
            else {
                own[length] = column;
                counts[length++] = value;
                documents[column]++;
            }
        }
        events.add(new Counts(number, Arrays.copyOf(own, length), Arrays.copyOf(counts, length)));
    }

    private int column(String name) {
        Integer known = columns.get(name);
        if (known != null) {
            return known;
        }
        int column = names.size();
        columns.put(name, column);
        names.add(name);
        if (documents.length == column) {
            documents = Arrays.copyOf(documents, column * 2);
        }
        return column;
    }

    /** The problem to solve, from features that occur in at least so many documents, the most frequent first, at most so many. */
    Weighed weigh(int leastDocuments, int mostFeatures, Blocks.Kinds kinds) {
        int least = Math.max(leastDocuments, documentsOfRank(mostFeatures));
        int[] rowOf = new int[names.size()];
        int rows = 0;
        for (int column = 0; column < names.size(); column++) {
            rowOf[column] = documents[column] >= least ? rows++ : -1;
        }
        float[] idf = new float[rows];
        byte[] block = new byte[rows];
        long[] hashes = new long[rows];
        String blockNames = describe(rowOf, idf, block, hashes);
        Blocks blocks = Blocks.of(idf, block, blockNames, kinds);
        Feature[][] x = new Feature[events.size()][];
        double[] y = new double[events.size()];
        List<String> came = List.copyOf(outcomes.keySet());
        List<String> sorted = came.stream().sorted().toList();
        int[] place = came.stream().mapToInt(sorted::indexOf).toArray();
        for (int i = 0; i < x.length; i++) {
            x[i] = events.get(i).nodes(rowOf, blocks);
            y[i] = place[events.get(i).outcome()];
        }
        return new Weighed(x, y, sorted, new FeatureTable(hashes), blocks);
    }

    private String describe(int[] rowOf, float[] idf, byte[] block, long[] hashes) {
        StringBuilder blockNames = new StringBuilder();
        for (int column = 0; column < rowOf.length; column++) {
            int row = rowOf[column];
            if (row < 0) {
                continue;
            }
            String name = names.get(column);
            String ownBlock = name.substring(0, 1);
            if (blockNames.indexOf(ownBlock) < 0) {
                blockNames.append(ownBlock);
            }
            hashes[row] = FeatureTable.hash(name);
            idf[row] = Blocks.inverseDocumentFrequency(events.size(), documents[column]);
            block[row] = (byte) blockNames.indexOf(ownBlock);
        }
        return blockNames.toString();
    }

    /** The document count from which on there are not more than {@code rank} features. */
    private int documentsOfRank(int rank) {
        if (names.size() <= rank) {
            return 1;
        }
        int[] sorted = Arrays.copyOf(documents, names.size());
        Arrays.sort(sorted);
        return sorted[sorted.length - rank - 1] + 1;
    }

    /** One event: its outcome's number, its features' columns and their counts. */
    private record Counts(int outcome, int[] columns, float[] counts) {

        Feature[] nodes(int[] rowOf, Blocks blocks) {
            int[] rows = new int[columns.length];
            float[] values = new float[columns.length];
            int length = 0;
            for (int i = 0; i < columns.length; i++) {
                int row = rowOf[columns[i]];
                if (row >= 0) {
                    rows[length] = row;
                    values[length++] = counts[i];
                }
            }
            blocks.weigh(rows, values, length);
            Feature[] nodes = new Feature[length];
            for (int i = 0; i < length; i++) {
                nodes[i] = new FeatureNode(rows[i] + 1, values[i]);
            }
            return nodes;
        }

    }

    /** What a solver needs, and what the model keeps. */
    record Weighed(Feature[][] x, double[] y, List<String> outcomes, FeatureTable table, Blocks blocks) {
    }

}
