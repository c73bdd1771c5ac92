package org.jauap.nlp;

/**
 * What a message can be about: an agency and one of its intents, written {@code akimat.potholes}.
 * Labels of data sets that know no agencies have an empty agency and are written as the intent alone.
 *
 * @param agency the agency's code, or empty
 * @param intent the intent's code, unique within the agency
 */
public record Label(String agency, String intent) {

    /** Reads {@code agency.intent}; without a full stop the whole is the intent. */
    public static Label parse(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? new Label("", text) : new Label(text.substring(0, dot), text.substring(dot + 1));
    }

    @Override
    public String toString() {
        return agency.isEmpty() ? intent : agency + "." + intent;
    }

}
