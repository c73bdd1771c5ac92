/** Measures a classifier on labelled messages and reports what it finds. */
@NullMarked
package org.jauap.nlp.evaluation;

import org.jspecify.annotations.NullMarked;
