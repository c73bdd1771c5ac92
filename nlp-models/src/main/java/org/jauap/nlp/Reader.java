package org.jauap.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import org.jauap.nlp.concepts.Lexicon;
import org.jauap.nlp.text.CharacterNGrams;
import org.jauap.nlp.text.Folding;
import org.jauap.nlp.text.WordNGrams;
import org.jspecify.annotations.Nullable;

/**
 * The one way from a text to features, in training and in service.
 *
 * @param detector tells the language
 * @param lexicon finds the concepts
 * @param votes counts their votes
 * @param labels the labels votes are for
 * @param cyrillic whether the messages are Cyrillic ones, so that Kazakh and Russian in Latin script is to be read as Cyrillic
 */
record Reader(LanguageDetector detector, Lexicon lexicon, Votes votes, List<String> labels, boolean cyrillic) {

    private static final WordNGrams WORDS = new WordNGrams();
    private static final CharacterNGrams CHARACTERS = new CharacterNGrams(2, 5);

    /** Language and folded text: what reading begins with. */
    Folded fold(String text, @Nullable Language hint) {
        Language language = detector.detect(text, hint);
        return new Folded(language, Folding.fold(text, cyrillic && language != Language.EN));
    }

    Reading read(String text, @Nullable Language hint) {
        Folded folded = fold(text, hint);
        String[] words = folded.text().isEmpty() ? new String[0] : folded.text().split(" ");
        List<String> nGrams = new ArrayList<>(WORDS.extractFeatures(words, Map.of()));
        nGrams.addAll(CHARACTERS.extractFeatures(words, Map.of()));
        int[] concepts = lexicon.mentionedIn(folded.text());
        SortedMap<Integer, Float> hints = lexicon.hintedIn(folded.text());
        double[] cast = votes.ofMentioned(concepts);
        double[] voted = Votes.toLengthOne(cast);
        double[] hinted = votes.ofHinted(hints);
        ConceptFeatures features = new ConceptFeatures();
        if (votes.speak()) {
            for (int concept : concepts) {
                features.add("k" + concept, 1);
            }
            hints.forEach((concept, strength) -> features.add("p" + concept, strength * votes.weights().hinted()[concept]));
        }
        for (int label = 0; label < voted.length; label++) {
            features.add("v" + label, (float) voted[label]);
            features.add("h" + label, (float) hinted[label]);
        }
        return new Reading(folded.language(), words, concepts, nGrams.toArray(String[]::new), features.names(), features.values(),
                Votes.together(voted, hinted), cast);
    }

    /** A text folded as its language asks for. */
    record Folded(Language language, String text) {
    }

    /** Names and values side by side; zeros are left out. */
    private static final class ConceptFeatures {

        private final List<String> names = new ArrayList<>();
        private final List<Float> values = new ArrayList<>();

        void add(String name, float value) {
            if (value != 0) {
                names.add(name);
                values.add(value);
            }
        }

        String[] names() {
            return names.toArray(String[]::new);
        }

        float[] values() {
            float[] all = new float[values.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = values.get(i);
            }
            return all;
        }

    }

}
