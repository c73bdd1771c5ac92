/**
 * The door to the trained model: what a citizen's words are about. Trains it at the first start, finds it afterwards.
 */
@NullMarked
package org.jauap.understanding;

import org.jspecify.annotations.NullMarked;
