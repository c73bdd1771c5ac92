package org.jauap.nlp;

import java.io.IOException;

/** A file is no usable model: not one at all, cut short, altered, or of another format version. The message is one line. */
public final class InvalidModelException extends IOException {

    private static final long serialVersionUID = 1L;

    InvalidModelException(String message) {
        super(message);
    }

}
