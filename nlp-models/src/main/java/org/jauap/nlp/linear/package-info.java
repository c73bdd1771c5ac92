/**
 * A regularised linear trainer and its compact model behind OpenNLP's extension points: {@link org.jauap.nlp.linear.LinearTrainer}
 * is an {@code EventTrainer} that {@code TrainerFactory} finds by its class name, {@link org.jauap.nlp.linear.LinearModel} a
 * {@code MaxentModel}.
 */
@NullMarked
package org.jauap.nlp.linear;

import org.jspecify.annotations.NullMarked;
