package org.jauap.channel;

import java.util.List;

import org.jauap.redis.Failpoint;
import org.jauap.redis.Partition;
import org.jauap.redis.Script;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Where channels hand in what arrived. Once {@link #accept} has answered, the message is in Redis, durably and once:
 * only then may a channel tell its messenger so.
 */
@Component
public class Inbox {

	/** Messages a cell may hold unprocessed before it refuses more; the messenger then keeps them. */
	public static final int MOST_WAITING = 10_000;

	private static final Script ACCEPT = Script.named("accept");

	private final StringRedisTemplate redis;

	Inbox(StringRedisTemplate redis) {
		this.redis = redis;
	}

	/** What became of a message that was handed in. */
	public enum Acceptance {

		/** It is safe, and will be processed. */
		ACCEPTED,
		/** It was handed in before; nothing more happens. */
		REPEATED,
		/** Too much is waiting: it was not taken and should be handed in again later. */
		FULL;

		/** What a script that includes {@code lib/inbox.lua} answered. */
		public static Acceptance of(Script.Answer answer) {
			return switch (answer.outcome()) {
				case "accepted" -> ACCEPTED;
				case "repeat" -> REPEATED;
				case "full" -> FULL;
				default -> throw answer.unexpected();
			};
		}

	}

	/**
	 * Takes a message in.
	 * @param source who numbers the updates, e.g. {@code 123456} for a bot
	 * @param update the update's number there, for ever the same for the same update
	 */
	public Acceptance accept(String source, long update, IncomingMessage message) {
		Partition partition = message.conversation().partition();
		Script.Answer answer = ACCEPT.run(this.redis,
				List.of(partition.key("u:" + source + ":" + (update >> 15)), partition.key("in")), update,
				JsonMapper.shared().writeValueAsString(message), MOST_WAITING);
		Failpoint.reach("accepted");
		return Acceptance.of(answer);
	}

}
