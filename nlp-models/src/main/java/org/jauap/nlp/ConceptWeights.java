package org.jauap.nlp;

import java.util.List;

/** How much each concept tells: the rarer it is in the messages, the more. */
final class ConceptWeights {

    private ConceptWeights() {
    }

    /** Inverse document frequency by concept, smoothed; the same for all where there are no messages. */
    static float[] of(Reader reader, List<Message> messages) {
        int[] documents = new int[reader.lexicon().concepts().size()];
        for (Message message : messages) {
            for (int concept : reader.read(message.text(), message.language()).concepts()) {
                documents[concept]++;
            }
        }
        float[] weights = new float[documents.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (Math.log((1.0 + messages.size()) / (1.0 + documents[i])) + 1);
        }
        return weights;
    }

}
