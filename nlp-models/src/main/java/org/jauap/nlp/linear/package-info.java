/**
 * Regularised linear models and a small network, compact, behind OpenNLP's extension points:
 * {@link org.jauap.nlp.linear.LinearTrainer} and {@link org.jauap.nlp.linear.NetworkTrainer} are {@code EventTrainer}s that
 * {@code TrainerFactory} finds by their class names, {@link org.jauap.nlp.linear.LinearModel} and
 * {@link org.jauap.nlp.linear.NetworkModel} are {@code MaxentModel}s.
 */
@NullMarked
package org.jauap.nlp.linear;

import org.jspecify.annotations.NullMarked;
