/**
 * The catalogue of agencies, which intents each of them answers, and by when (the legal clock).
 */
@NullMarked
package org.jauap.agency;

import org.jspecify.annotations.NullMarked;
