/**
 * The cell: partitions, the Lua scripts that are the only writers, the embedded server, and the feed of what changed.
 * Depends on nothing else of the gateway.
 */
@NullMarked
package org.jauap.redis;

import org.jspecify.annotations.NullMarked;
