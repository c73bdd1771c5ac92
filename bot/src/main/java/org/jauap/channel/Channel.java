package org.jauap.channel;

import java.io.IOException;

import org.springframework.core.io.Resource;

/**
 * A messenger. Implementations translate incoming messages and hand them to the {@link Inbox}; the outbox calls
 * {@link #deliver} and owns order, rate and repetition: an implementation tries once and says what came of it.
 */
public interface Channel {

	/** Its name in {@link Conversation#channel()}, the API and metrics, e.g. {@code telegram}. */
	String name();

	/**
	 * Tries once to deliver the message.
	 * @param beforeWrite to be called right before the first byte leaves this process; when it answers false, nothing
	 * may be written and the outcome is {@link Delivery.TryLater}
	 */
	Delivery deliver(OutgoingMessage message, BeforeWrite beforeWrite);

	/**
	 * The file behind an attachment, for an official who opens it.
	 * @throws IOException if the messenger no longer has it or can't be reached
	 */
	Resource open(Attachment attachment) throws IOException;

	/** How many messages it may take a second; the limit is shared by all instances. */
	default int messagesPerSecond() {
		return Integer.MAX_VALUE;
	}

	/** How long a chat must rest between two messages, in milliseconds. */
	default int restMillis() {
		return 0;
	}

	/** Marks the message as being sent, so that a crash from here on leaves its outcome unknown. */
	@FunctionalInterface
	interface BeforeWrite {

		boolean maySend();

	}

}
