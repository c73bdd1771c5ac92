package org.jauap.nlp;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

import org.jauap.nlp.concepts.Lexicon;

/**
 * How much each concept tells, by its number: the rarer it is in the messages, the more (inverse document frequency, smoothed; the same
 * for all where there are no messages).
 *
 * @param mentioned where a stem of it stands in the text
 * @param hinted where a word only hints at it
 */
record ConceptWeights(float[] mentioned, float[] hinted) {

    static ConceptWeights of(Lexicon lexicon, List<String> foldedMessages) {
        int[] mentions = new int[lexicon.concepts().size()];
        int[] hints = new int[mentions.length];
        for (String folded : foldedMessages) {
            for (int concept : lexicon.mentionedIn(folded)) {
                mentions[concept]++;
            }
            for (int concept : lexicon.hintedIn(folded).keySet()) {
                hints[concept]++;
            }
        }
        return new ConceptWeights(rarity(mentions, foldedMessages.size()), rarity(hints, foldedMessages.size()));
    }

    private static float[] rarity(int[] documents, int all) {
        float[] rarity = new float[documents.length];
        for (int i = 0; i < rarity.length; i++) {
            rarity[i] = (float) (Math.log((1.0 + all) / (1.0 + documents[i])) + 1);
        }
        return rarity;
    }

    void write(DataOutputStream out) throws IOException {
        for (int i = 0; i < mentioned.length; i++) {
            out.writeFloat(mentioned[i]);
            out.writeFloat(hinted[i]);
        }
    }

    static ConceptWeights read(DataInputStream in, int concepts) throws IOException {
        ConceptWeights weights = new ConceptWeights(new float[concepts], new float[concepts]);
        for (int i = 0; i < concepts; i++) {
            weights.mentioned[i] = in.readFloat();
            weights.hinted[i] = in.readFloat();
        }
        return weights;
    }

}
