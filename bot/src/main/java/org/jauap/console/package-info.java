/**
 * The officials' console: pages at {@code /console} in which they find, claim, answer and pass on questions, and the
 * home page that tells a newcomer what this is. It works as plain forms and links; scripts only make it quicker.
 */
@NullMarked
package org.jauap.console;

import org.jspecify.annotations.NullMarked;
