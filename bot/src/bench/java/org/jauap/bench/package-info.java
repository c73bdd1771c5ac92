/**
 * The gateway under load: the packaged jar in a process of its own, a Bot API server and the load in this one.
 */
@NullMarked
package org.jauap.bench;

import org.jspecify.annotations.NullMarked;
