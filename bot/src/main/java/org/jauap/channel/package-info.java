/**
 * How messages come in from citizens and go out to them, whatever the messenger: the {@link Channel} port, the durable
 * inbox and the outbox.
 */
@NullMarked
package org.jauap.channel;

import org.jspecify.annotations.NullMarked;
