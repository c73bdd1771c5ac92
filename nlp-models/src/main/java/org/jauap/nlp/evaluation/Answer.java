package org.jauap.nlp.evaluation;

/**
 * One message's right label and what the classifier said.
 *
 * @param text the message
 * @param expected the right label
 * @param predicted the likeliest label, whatever was decided
 * @param rejected whether it was held to be out of scope
 * @param inFirstThree whether the right label is among the three likeliest
 * @param confidence of {@code predicted}
 * @param strangeness what speaks for being out of scope, from 0 to 1
 * @param nanos how long it took
 */
public record Answer(String text, String expected, String predicted, boolean rejected, boolean inFirstThree, double confidence,
        double strangeness, long nanos) {

    /** Whether a message in scope got its label and was not turned away. */
    public boolean right() {
        return !rejected && expected.equals(predicted);
    }

}
