package org.jauap.channel;

import java.time.Duration;

/** What became of an attempt to deliver a message; each outcome carries what follows from it. */
public sealed interface Delivery {

	/** The channel has it. {@code messageId} is the channel's id of it; empty if the channel gives none. */
	record Delivered(String messageId) implements Delivery {
	}

	/** It certainly did not go out; try again after {@code in}. */
	record TryLater(Duration in, String reason) implements Delivery {
	}

	/** The channel asked everyone to be quiet for {@code pause}; it certainly did not go out. */
	record Throttled(Duration pause) implements Delivery {
	}

	/** The channel will never take it, e.g. the chat does not exist. */
	record Refused(String reason) implements Delivery {
	}

	/** The citizen blocked the bot or is gone; nothing reaches this conversation. */
	record CitizenLeft(String reason) implements Delivery {
	}

	/** It was written to the channel, which did not say what became of it. */
	record Uncertain(String reason) implements Delivery {
	}

}
