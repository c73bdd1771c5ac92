package org.jauap.nlp;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import opennlp.tools.ml.model.Event;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.TrainingParameters;

import org.jauap.nlp.linear.LinearModel;
import org.jauap.nlp.linear.LinearTrainer;
import org.jauap.nlp.linear.Solver;
import org.jauap.nlp.text.CharacterNGrams;
import org.jauap.nlp.text.Folding;
import org.jauap.nlp.text.Transliteration;
import org.jauap.nlp.text.WordNGrams;
import org.jspecify.annotations.Nullable;

/**
 * Tells Kazakh, Russian and English apart, also in two words, without Kazakh letters and in Latin script. It learns from the
 * messages themselves, as they are and as people without the right keyboard would have typed them.
 */
final class LanguageDetector {

    /** How much the language of the chat counts, in units of log probability. */
    private static final double HINT = 1.0;

    private static final int MESSAGES = 6000;
    private static final int SHORT = 2;
    private static final CharacterNGrams CHARACTERS = new CharacterNGrams(1, 4);
    private static final WordNGrams WORDS = new WordNGrams();

    private final LinearModel model;
    private final int[] index = new int[Language.values().length];

    private LanguageDetector(LinearModel model) {
        this.model = model;
        for (Language language : Language.values()) {
            index[language.ordinal()] = model.getIndex(language.code());
        }
    }

    static LanguageDetector train(List<Message> messages) throws IOException {
        List<Event> events = new ArrayList<>();
        int step = Math.max(1, messages.size() / MESSAGES);
        for (int i = 0; i < messages.size(); i += step) {
            Message message = messages.get(i);
            if (message.language() != null) {
                learn(Folding.lower(message.text()), message.language(), i, events);
            }
        }
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(LinearTrainer.SOLVER, Solver.LOGISTIC.name());
        parameters.put(LinearTrainer.COST, 10.0);
        parameters.put(LinearTrainer.FEATURES, 60_000);
        return new LanguageDetector(LinearTrainer.train(parameters, new CollectionObjectStream<>(events)));
    }

    private static void learn(String lower, Language language, int number, List<Event> events) {
        add(lower, language, events);
        add(beginning(lower, SHORT + number % 2), language, events);
        if (language == Language.KK) {
            add(Transliteration.withoutKazakhLetters(lower), language, events);
        }
        if (language != Language.EN && number % 2 == 0) {
            String latin = Transliteration.toLatin(lower);
            add(latin, language, events);
            add(beginning(latin, SHORT), language, events);
        }
    }

    private static String beginning(String text, int words) {
        int end = -1;
        for (int i = 0; i < words; i++) {
            end = text.indexOf(' ', end + 1);
            if (end < 0) {
                return text;
            }
        }
        return text.substring(0, end);
    }

    private static void add(String lower, Language language, List<Event> events) {
        String[] features = features(lower);
        if (features.length > 0) {
            events.add(new Event(language.code(), features));
        }
    }

    private static String[] features(String lower) {
        String[] words = words(lower);
        if (words.length == 0) {
            return words;
        }
        List<String> features = new ArrayList<>(WORDS.extractFeatures(words, java.util.Map.of()));
        features.addAll(CHARACTERS.extractFeatures(words, java.util.Map.of()));
        return features.toArray(String[]::new);
    }

    private static String[] words(String lower) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= lower.length(); i++) {
            boolean letter = i < lower.length() && Character.isLetter(lower.charAt(i));
            if (letter && start < 0) {
                start = i;
            }
            else if (!letter && start >= 0) {
                words.add(lower.substring(start, i));
                start = -1;
            }
        }
        return words.toArray(String[]::new);
    }

    /** The language of a text; the hint where the text does not tell, Russian where there is none. */
    Language detect(String text, @Nullable Language hint) {
        String[] features = features(Folding.lower(text));
        if (features.length == 0) {
            return hint == null ? Language.RU : hint;
        }
        double[] probabilities = model.eval(features);
        Language best = Language.RU;
        double highest = Double.NEGATIVE_INFINITY;
        for (Language language : Language.values()) {
            if (index[language.ordinal()] >= 0) {
                double score = Math.log(probabilities[index[language.ordinal()]]) + (language == hint ? HINT : 0);
                if (score > highest) {
                    highest = score;
                    best = language;
                }
            }
        }
        return best;
    }

    void write(DataOutputStream out) throws IOException {
        model.write(out);
    }

    static LanguageDetector read(DataInputStream in) throws IOException {
        return new LanguageDetector(LinearModel.read(in));
    }

}
