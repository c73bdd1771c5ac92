package org.jauap.nlp;

/** Labels that are nobody's intent but that the product's data have messages and concepts for. */
public final class SpecialLabels {

    /** Small talk, advertising, private matters. */
    public static final String OUT_OF_SCOPE = "out-of-scope";

    /** Life in danger now. */
    public static final String EMERGENCY = "emergency-call";

    private SpecialLabels() {
    }

    /** Whether a label is an intent that an agency answers. */
    public static boolean isIntent(String label) {
        return !label.equals(OUT_OF_SCOPE) && !label.equals(EMERGENCY);
    }

}
