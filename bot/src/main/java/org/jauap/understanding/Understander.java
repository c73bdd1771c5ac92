package org.jauap.understanding;

import org.jauap.nlp.Classification;
import org.jauap.nlp.Language;
import org.jspecify.annotations.Nullable;

/** Understands what citizens write: language, topic, how sure that is, and what to do about it. Pure, and never fails. */
@FunctionalInterface
public interface Understander {

	/**
	 * Understands a text.
	 * @param text whatever was written
	 * @param language its language if the caller knows it
	 */
	Classification understand(String text, @Nullable Language language);

}
