package org.jauap.nlp.linear;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A classifier with one hidden layer of rectified units between features and outcomes. Immutable. */
public final class NetworkModel extends OutcomeModel {

    private final FeatureTable table;
    private final Blocks blocks;
    private final ByteRows lower;
    private final float[] lowerBiases;
    private final float[] upper;
    private final float[] upperBiases;

    NetworkModel(List<String> outcomes, FeatureTable table, Blocks blocks, ByteRows lower, float[] lowerBiases, float[] upper,
            float[] upperBiases) {
        super(outcomes);
        this.table = table;
        this.blocks = blocks;
        this.lower = lower;
        this.lowerBiases = lowerBiases;
        this.upper = upper;
        this.upperBiases = upperBiases;
    }

    /** The logarithms of the probabilities by outcome. */
    public double[] logProbabilities(String[] context, float @Nullable [] values) {
        Weighed features = Weighed.of(table, blocks, context, values);
        float[] units = lowerBiases.clone();
        for (int i = 0; i < features.count(); i++) {
            lower.addTo(units, features.rows()[i], features.values()[i]);
        }
        double[] scores = new double[outcomes().size()];
        double highest = Double.NEGATIVE_INFINITY;
        for (int outcome = 0; outcome < scores.length; outcome++) {
            float score = upperBiases[outcome];
            int from = outcome * units.length;
            for (int unit = 0; unit < units.length; unit++) {
                score += Math.max(0, units[unit]) * upper[from + unit];
            }
            scores[outcome] = score;
            highest = Math.max(highest, score);
        }
        double sum = 0;
        for (double score : scores) {
            sum += Math.exp(score - highest);
        }
        for (int outcome = 0; outcome < scores.length; outcome++) {
            scores[outcome] -= highest + Math.log(sum);
        }
        return scores;
    }

    @Override
    public double[] eval(String[] context, float @Nullable [] values) {
        double[] probabilities = logProbabilities(context, values);
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = Math.exp(probabilities[i]);
        }
        return probabilities;
    }

    /** Writes the model; {@link #read} reads it. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(outcomes().size());
        for (String outcome : outcomes()) {
            out.writeUTF(outcome);
        }
        table.write(out);
        blocks.write(out);
        lower.write(out);
        write(lowerBiases, out);
        write(upper, out);
        write(upperBiases, out);
    }

    /** Reads what {@link #write} wrote. */
    public static NetworkModel read(DataInputStream in) throws IOException {
        String[] outcomes = new String[in.readInt()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = in.readUTF();
        }
        FeatureTable table = FeatureTable.read(in);
        Blocks blocks = Blocks.read(in, table.size());
        return new NetworkModel(List.of(outcomes), table, blocks, ByteRows.read(in), floats(in), floats(in), floats(in));
    }

    private static void write(float[] numbers, DataOutputStream out) throws IOException {
        out.writeInt(numbers.length);
        for (float number : numbers) {
            out.writeFloat(number);
        }
    }

    private static float[] floats(DataInputStream in) throws IOException {
        float[] numbers = new float[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readFloat();
        }
        return numbers;
    }

}
