package org.jauap.redis;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Places between two durable steps at which the process may be made to die, so that tests can prove that a crash there
 * neither loses nor repeats anything. Nothing happens unless the JVM was started with
 * {@code -Djauap.halt-at=<name>[:<n>]}: then the n-th arrival at that place is the process' last act, as if by
 * {@code kill -9}: no shutdown hook runs.
 */
public final class Failpoint {

	private static final String HALT_AT = System.getProperty("jauap.halt-at", "");

	/** What the shell says of a process that was killed by signal 9. */
	private static final int KILLED = 137;

	private static final String NAME = HALT_AT.split(":")[0];

	private static final AtomicInteger LEFT = new AtomicInteger(
			HALT_AT.contains(":") ? Integer.parseInt(HALT_AT.substring(HALT_AT.indexOf(':') + 1)) : 1);

	private Failpoint() {
	}

	/** The process is at this place. */
	public static void reach(String name) {
		if (!NAME.isEmpty() && NAME.equals(name) && LEFT.decrementAndGet() == 0) {
			Runtime.getRuntime().halt(KILLED);
		}
	}

}
