package org.jauap.nlp;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All that a classifier consists of and that its file keeps.
 *
 * @param version fingerprint of the data
 * @param reader from text to features
 * @param members the models; {@code null} where only votes count, in the zero-shot mode
 * @param decider weighs the members' opinions and decides
 * @param names readable names of the concepts, by concept, then language
 */
record ModelParts(String version, Reader reader, @Nullable Members members, Decider decider, List<List<String>> names) {

    Opinions opinions(Reading reading) {
        if (members == null) {
            return new Opinions(new double[][] {reading.votes()}, reading.mentions(), 0, 0, reading.words().length);
        }
        return members.opinions(reading, reader.labels());
    }

}
