package org.jauap.agency;

import org.jauap.nlp.Label;

/**
 * A kind of matter that one agency answers.
 *
 * @param label agency and intent code, e.g. {@code akimat.potholes}
 * @param names what citizens and officials call it
 */
public record Intent(Label label, Names names) {
}
