package org.jauap.nlp;

/** What to do with a message. */
public enum Decision {

    /** Sure enough to register at once with the intent's agency. */
    ROUTE("route"),
    /** Offer the likeliest intents for choice. */
    ASK("ask"),
    /** Nobody's matter: greeting, chatter, advertising. */
    OUT_OF_SCOPE("out-of-scope"),
    /** Life in danger now: emergency numbers before anything else. */
    EMERGENCY("emergency");

    private final String code;

    Decision(String code) {
        this.code = code;
    }

    /** The name used in the API and on the command line. */
    public String code() {
        return code;
    }

}
