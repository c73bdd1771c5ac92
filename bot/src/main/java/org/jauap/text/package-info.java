/**
 * The words the gateway says to citizens, in Kazakh, Russian and English, from {@code config/texts}.
 */
@NullMarked
package org.jauap.text;

import org.jspecify.annotations.NullMarked;
