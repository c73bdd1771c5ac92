package org.jauap.nlp;

/**
 * An intent a message may have.
 *
 * @param label the intent
 * @param confidence probability from 0 to 1 that it is the right one
 */
public record Alternative(Label label, double confidence) {
}
