package org.jauap.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import org.jauap.redis.Partition;

/**
 * One citizen's chat in one channel.
 *
 * @param channel the channel's name, e.g. {@code telegram}
 * @param chat the chat's id in that channel; personal data, never shown or logged
 */
public record Conversation(String channel, String chat) {

	/** Reads what {@link #id()} wrote. */
	@JsonCreator
	public static Conversation parse(String id) {
		int colon = id.indexOf(':');
		return new Conversation(id.substring(0, colon), id.substring(colon + 1));
	}

	/** {@code channel:chat}, the conversation's name in Redis. */
	@JsonValue
	public String id() {
		return this.channel + ":" + this.chat;
	}

	public Partition partition() {
		return Partition.of(id());
	}

	/** Never the chat's id: this may end up in a log. */
	@Override
	public String toString() {
		return this.channel + ":…";
	}

}
