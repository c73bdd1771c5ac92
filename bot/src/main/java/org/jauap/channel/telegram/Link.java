package org.jauap.channel.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the gateway and Telegram get on: what works, what doesn't and since when. A line in the log per change. */
class Link {

	private static final Logger LOG = LoggerFactory.getLogger(Link.class);

	private static final Duration HICCUP = Duration.ofSeconds(30);

	private final Clock clock;

	private final Map<Part, Trouble> troubles = new ConcurrentSkipListMap<>();

	private volatile Instant lastContact = Instant.EPOCH;

	Link(Clock clock) {
		this.clock = clock;
	}

	/** What can go wrong by itself. */
	enum Part {

		RECEIVING, SENDING, TOKEN, COMMANDS

	}

	/** Something that doesn't work. */
	record Trouble(String reason, Instant since) {
	}

	/** Telegram called, or answered. */
	void contact() {
		this.lastContact = this.clock.instant();
	}

	void works(Part part) {
		contact();
		Trouble over = this.troubles.remove(part);
		if (over != null) {
			LOG.info("Telegram, {}: works again", name(part));
		}
	}

	void fails(Part part, String reason) {
		Trouble before = this.troubles.get(part);
		Instant since = (before == null) ? this.clock.instant() : before.since();
		this.troubles.put(part, new Trouble(reason, since));
		if (before == null) {
			LOG.warn("Telegram, {}: does not work: {}", name(part), reason);
		}
	}

	/** Whether something has not worked for longer than a hiccup lasts, or the token is refused. */
	boolean isBroken() {
		Instant hiccup = this.clock.instant().minus(HICCUP);
		return this.troubles.entrySet()
			.stream()
			.anyMatch(trouble -> switch (trouble.getKey()) {
				case RECEIVING, SENDING -> trouble.getValue().since().isBefore(hiccup);
				case TOKEN -> true;
				case COMMANDS -> false;
			});
	}

	Map<Part, Trouble> troubles() {
		return Map.copyOf(this.troubles);
	}

	/** When Telegram last answered or called; empty: not yet. */
	Optional<Instant> lastContact() {
		return Optional.of(this.lastContact).filter(Instant.EPOCH::isBefore);
	}

	static String name(Part part) {
		return part.name().toLowerCase(Locale.ROOT);
	}

}
