package org.jauap.nlp;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Opinions on messages that the members have not learned from, and what is right. */
final class HeldOut {

    /** One message.
     *
     * @param opinions what the members think of it
     * @param label the right one; -1 for one the model does not know, which is out of scope
     * @param language where the data tell it
     */
    record Row(Opinions opinions, int label, @Nullable Language language) {
    }

    private final List<Row> rows = new ArrayList<>();

    void add(Opinions opinions, int label, @Nullable Language language) {
        rows.add(new Row(opinions, label, language));
    }

    List<Row> rows() {
        return rows;
    }

    boolean isEmpty() {
        return rows.stream().noneMatch(row -> row.label() >= 0);
    }

    List<double[][]> inScopeOpinions() {
        return rows.stream().filter(row -> row.label() >= 0).map(row -> row.opinions().byMember()).toList();
    }

    int[] inScopeLabels() {
        return rows.stream().filter(row -> row.label() >= 0).mapToInt(Row::label).toArray();
    }

}
