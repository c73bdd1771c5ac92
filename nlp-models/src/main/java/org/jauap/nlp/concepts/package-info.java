/**
 * The trilingual lexicon: a {@link org.jauap.nlp.concepts.Concept} is one idea with its stems in every language and the intents it
 * points to; a {@link org.jauap.nlp.concepts.Lexicon} finds all of them in a message in one pass.
 */
@NullMarked
package org.jauap.nlp.concepts;

import org.jspecify.annotations.NullMarked;
