package org.jauap.nlp;

/** A file of messages or concepts holds something it must not. The message names file, line and reason in one line. */
public final class InvalidDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param file the file as the user named it
     * @param line its line, from 1; 0 when the file as a whole is meant
     * @param reason what is wrong
     */
    public InvalidDataException(String file, int line, String reason) {
        super(line > 0 ? "%s:%d: %s".formatted(file, line, reason) : "%s: %s".formatted(file, reason));
    }

}
