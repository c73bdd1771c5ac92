/**
 * What operators see: the start's first and last words, health, metrics.
 */
@NullMarked
package org.jauap.operations;

import org.jspecify.annotations.NullMarked;
