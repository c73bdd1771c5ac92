/**
 * From a citizen's message to an agency: language, intent, confidence and what to do about it.
 * {@link org.jauap.nlp.Training} makes a {@link org.jauap.nlp.Classifier} from {@link org.jauap.nlp.TrainingData}; the
 * classifier is immutable, safe for use by many threads, and answers whatever text it is given.
 */
@NullMarked
package org.jauap.nlp;

import org.jspecify.annotations.NullMarked;
