package org.jauap.channel.telegram;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait after failures in a row: 1 s, 2 s, 4 s … 30 s, each up to a quarter longer or shorter. */
final class BackOff {

	private static final long FIRST_MILLIS = 1_000;

	private static final long LONGEST_MILLIS = 30_000;

	private int failures;

	Duration next() {
		long wait = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(this.failures, 10));
		this.failures++;
		long spread = wait / 4;
		return Duration.ofMillis(wait + ThreadLocalRandom.current().nextLong(-spread, spread + 1));
	}

	void reset() {
		this.failures = 0;
	}

}
