package org.jauap.nlp;

import java.util.Optional;

/** A language citizens write in. */
public enum Language {

    KK("kk"), RU("ru"), EN("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The ISO 639-1 code, as used in files, in the API and in configuration. */
    public String code() {
        return code;
    }

    /** The language of an ISO 639-1 code in lower case; empty for any other. */
    public static Optional<Language> of(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

}
