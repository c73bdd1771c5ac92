/** The command line: {@code train}, {@code evaluate} and {@code classify} over the library's door. */
@NullMarked
package org.jauap.nlp.cli;

import org.jspecify.annotations.NullMarked;
