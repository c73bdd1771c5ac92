package org.jauap.nlp;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the classifier makes of one message.
 *
 * @param language the language it is written in
 * @param decision what to do with it
 * @param label the likeliest real intent, whatever the decision; {@code null} when the model knows none
 * @param confidence probability from 0 to 1 of what the decision rests on: of {@code label} for {@link Decision#ROUTE} and
 * {@link Decision#ASK}, of being nobody's matter or an emergency for the other two
 * @param because readable names, in {@code language}, of the concepts that speak for the outcome, strongest first
 * @param alternatives up to five real intents, likeliest first, {@code label} included
 * @param model the {@link Classifier#version} that says so
 */
public record Classification(Language language, Decision decision, @Nullable Label label, double confidence,
        List<String> because, List<Alternative> alternatives, String model) {

    public Classification {
        because = List.copyOf(because);
        alternatives = List.copyOf(alternatives);
    }

}
