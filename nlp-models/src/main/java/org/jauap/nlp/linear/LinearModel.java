package org.jauap.nlp.linear;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A linear classifier with sparse weights of one byte each. {@link #eval} gives probabilities: the margins' softmax at the model's
 * temperature. Immutable.
 */
public final class LinearModel extends OutcomeModel {

    private final FeatureTable table;
    private final Blocks blocks;
    private final SparseWeights weights;
    private final double temperature;

    LinearModel(List<String> outcomes, FeatureTable table, Blocks blocks, SparseWeights weights, double temperature) {
        super(outcomes);
        this.table = table;
        this.blocks = blocks;
        this.weights = weights;
        this.temperature = temperature;
    }

    /** The same model whose probabilities are softer (above 1) or sharper (below 1). */
    public LinearModel withTemperature(double newTemperature) {
        return new LinearModel(outcomes(), table, blocks, weights, newTemperature);
    }

    /** The margins by outcome, on no fixed scale: the higher, the likelier. */
    public double[] margins(String[] context, float @Nullable [] values) {
        Weighed features = Weighed.of(table, blocks, context, values);
        double[] margins = new double[outcomes().size()];
        for (int i = 0; i < features.count(); i++) {
            weights.addTo(margins, features.rows()[i], features.values()[i]);
        }
        return margins;
    }

    /** The inverse document frequency of a feature; 0 when no training event had it. */
    public float rarity(String feature) {
        int row = table.row(feature);
        return row < 0 ? 0 : blocks.idf()[row];
    }

    @Override
    public double[] eval(String[] context, float @Nullable [] values) {
        return Softmax.of(margins(context, values), temperature);
    }

    /** Writes the model; {@link #read} reads it. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(outcomes().size());
        for (String outcome : outcomes()) {
            out.writeUTF(outcome);
        }
        out.writeDouble(temperature);
        table.write(out);
        blocks.write(out);
        weights.write(out);
    }

    /** Reads what {@link #write} wrote. */
    public static LinearModel read(DataInputStream in) throws IOException {
        String[] outcomes = new String[in.readInt()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = in.readUTF();
        }
        double temperature = in.readDouble();
        FeatureTable table = FeatureTable.read(in);
        Blocks blocks = Blocks.read(in, table.size());
        SparseWeights weights = SparseWeights.read(in, table.size());
        return new LinearModel(List.of(outcomes), table, blocks, weights, temperature);
    }

}
