package org.jauap.nlp;

import org.jspecify.annotations.Nullable;

/**
 * A message whose label is known.
 *
 * @param text as the citizen wrote it
 * @param label what it is about, as in {@link Label#toString}, or one of {@link SpecialLabels}
 * @param language the language it is written in; {@code null} where the data do not tell
 * @param style how it is written ({@code plain}, {@code typos}, {@code latin} …), for reports; empty where the data do not tell
 */
public record Message(String text, String label, @Nullable Language language, String style) {

    /** A message of no particular style. */
    public Message(String text, String label, @Nullable Language language) {
        this(text, label, language, "");
    }

}
