package org.jauap.channel.telegram;

import java.time.Duration;

/** What one of the instances does for all of them, the one that holds the bot's lease. */
interface Duty {

	/** This instance has just taken over. */
	void begin();

	/**
	 * Does it once.
	 * @return how long to wait before the next time
	 */
	Duration perform();

	/** Ends what {@link #perform} is waiting for. */
	void cancel();

}
