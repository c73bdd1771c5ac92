/**
 * The dialogue with a citizen. {@code Dialogue} is a pure function from the conversation's state and a turn to a new
 * state and effects; {@code Turns} carries it out: it reads the inbox and applies each turn as one script.
 */
@NullMarked
package org.jauap.conversation;

import org.jspecify.annotations.NullMarked;
