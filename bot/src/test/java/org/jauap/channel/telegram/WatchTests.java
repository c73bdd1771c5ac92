package org.jauap.channel.telegram;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.jauap.redis.Ownerships;
import org.jauap.redis.RealRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Exactly one instance is on duty, and there is always one. */
class WatchTests {

	private static final String LEASE = "{tg:4242}:poller";

	private final StringRedisTemplate redis = RealRedis.empty();

	private final Errand firstErrand = new Errand();

	private final Errand secondErrand = new Errand();

	private final Watch first = new Watch(Ownerships.on(this.redis), LEASE, this.firstErrand);

	private final Watch second = new Watch(Ownerships.on(this.redis), LEASE, this.secondErrand);

	@AfterEach
	void stop() {
		this.first.stop();
		this.second.stop();
	}

	@Test
	void oneInstanceDoesItAndTheOtherTakesOver() {
		this.first.start();
		await().until(this.first::isOnDuty);
		this.second.start();
		await().until(() -> this.firstErrand.done.get() > 3);
		assertThat(this.second.isOnDuty()).isFalse();

		this.first.stop();

		await().atMost(Duration.ofSeconds(5)).until(() -> this.secondErrand.done.get() > 0);
		assertThat(this.first.isOnDuty()).isFalse();
		assertThat(this.firstErrand.cancelled).hasValue(1);
	}

	@Test
	void whoLosesTheLeaseStops() {
		this.first.start();
		await().until(this.first::isOnDuty);

		this.redis.opsForHash().put(LEASE, "owner", "somebody else");

		await().atMost(Duration.ofSeconds(5)).until(() -> !this.first.isOnDuty());
	}

	@Test
	void surpriseDoesNotEndTheDuty() {
		this.firstErrand.surprise = true;

		this.first.start();

		await().atMost(Duration.ofSeconds(10)).until(() -> this.firstErrand.done.get() > 1);
		assertThat(this.first.isOnDuty()).isTrue();
	}

	/** A duty of ten milliseconds. */
	private static final class Errand implements Duty {

		private final AtomicInteger done = new AtomicInteger();

		private final AtomicInteger cancelled = new AtomicInteger();

		private volatile boolean surprise;

		@Override
		public void begin() {
			this.done.set(0);
		}

		@Override
		public Duration perform() {
			if (this.done.getAndIncrement() == 0 && this.surprise) {
				throw new IllegalStateException("surprise");
			}
			return Duration.ofMillis(10);
		}

		@Override
		public void cancel() {
			this.cancelled.incrementAndGet();
		}

	}

}
