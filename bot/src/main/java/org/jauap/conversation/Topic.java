package org.jauap.conversation;

import java.util.Optional;

/**
 * Something the dialogue can talk about. The first topic, in bean order, that has an answer to a turn gives it; a new
 * topic is a new bean.
 */
@FunctionalInterface
interface Topic {

	/** What the turn comes to, or nothing if it doesn't belong here. Pure. */
	Optional<Outcome> answer(Turn turn);

}
