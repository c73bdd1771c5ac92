package org.jauap.channel;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

import org.jauap.redis.Script;

import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * A channel's limit of messages per second, shared by all instances through a token bucket in Redis. Two lanes: what
 * answers citizens goes first, announcements leave it a reserve.
 */
final class RateLimit {

	private static final Script RATE = Script.named("rate");

	private static final Script PAUSE = Script.named("pause");

	/** Share of the bucket that announcements leave for replies. */
	private static final double RESERVE = 0.5;

	private final StringRedisTemplate redis;

	private final String key;

	private final int perSecond;

	/** One of this instance's senders asks Redis at a time, in order; the others would only ask in vain. */
	private final Semaphore replies = new Semaphore(1, true);

	private final Semaphore bulk = new Semaphore(1, true);

	RateLimit(StringRedisTemplate redis, Channel channel) {
		this.redis = redis;
		this.key = "{rl:" + channel.name() + "}";
		this.perSecond = channel.messagesPerSecond();
	}

	/** Waits until one more message may go. */
	void await(OutgoingMessage.Kind kind) throws InterruptedException {
		if (this.perSecond == Integer.MAX_VALUE) {
			return;
		}
		boolean announcement = kind == OutgoingMessage.Kind.BROADCAST;
		Semaphore lane = announcement ? this.bulk : this.replies;
		lane.acquire();
		try {
			for (long wait = ask(announcement); wait > 0; wait = ask(announcement)) {
				Thread.sleep(wait);
			}
		}
		finally {
			lane.release();
		}
	}

	/** Nobody sends for this long. */
	void pause(Duration pause) {
		PAUSE.run(this.redis, List.of(this.key), pause.toMillis());
	}

	private long ask(boolean announcement) {
		// The bucket holds a fifth of a second's worth: a burst after a quiet time stays within the limit of any second.
		double capacity = Math.max(1, this.perSecond / 5.0);
		double reserve = announcement ? Math.floor(capacity * RESERVE) : 0;
		Script.Answer answer = RATE.run(this.redis, List.of(this.key), this.perSecond, capacity, reserve, 1);
		return switch (answer.outcome()) {
			case "go" -> 0;
			case "wait" -> answer.number(1);
			default -> throw answer.unexpected();
		};
	}

}
