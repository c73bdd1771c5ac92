package org.jauap.channel;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import org.jauap.redis.CellWork;
import org.jauap.redis.Failpoint;
import org.jauap.redis.Feed;
import org.jauap.redis.Ownership;
import org.jauap.redis.Partition;
import org.jauap.redis.Script;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Brings messages from Redis to the channels: per conversation in order, one at a time; over all within the channel's
 * rate; and each with an outcome that is known or honestly called uncertain.
 *
 * <pre>queued → reserved → sending → delivered | uncertain | failed | blocked
 *    ↑_________________|  (certainly not sent: try later)</pre>
 */
@Component
public class Outbox implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

	private static final Script DUE = Script.named("due");

	private static final Script TAKE = Script.named("take");

	private static final Script MARK = Script.named("mark");

	private static final int HEADS_AT_ONCE = 1_000;

	/** For each channel: one that is slow or told to be quiet doesn't hold up another. */
	private static final int SENDING_AT_ONCE = 256;

	/** After a crash, what was reserved waits this long for the cell's next owner: about as long as for the lease. */
	private static final long RESERVATION_MILLIS = 10_000;

	private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(1);

	private final StringRedisTemplate redis;

	private final Outcomes outcomes;

	private final Map<String, Channel> channels = new HashMap<>();

	private final Map<String, RateLimit> limits = new HashMap<>();

	private final CellWork work;

	/** Conversations whose head this instance has in hand. */
	private final Set<Conversation> inHand = ConcurrentHashMap.newKeySet();

	private final Map<String, Semaphore> senders = new ConcurrentHashMap<>();

	Outbox(StringRedisTemplate redis, Ownership ownership, Feed feed, List<Channel> channels, Outcomes outcomes,
			MeterRegistry metrics) {
		this.redis = redis;
		this.outcomes = outcomes;
		channels.forEach(channel -> {
			this.channels.put(channel.name(), channel);
			this.limits.put(channel.name(), new RateLimit(redis, channel));
		});
		this.work = new CellWork("outbox", ownership, feed, this::work);
		metrics.gauge("jauap.outbox.in.hand", this.inHand, Set::size);
	}

	@Override
	public void start() {
		this.outcomes.open();
		this.work.start();
	}

	/** Waits for what is just being sent; what is only queued stays safely in Redis. */
	@Override
	public void stop() {
		this.work.stop(TimeUnit.SECONDS.toMillis(1));
		this.outcomes.close();
		try {
			for (Semaphore sending : this.senders.values()) {
				if (sending.tryAcquire(SENDING_AT_ONCE, 15, TimeUnit.SECONDS)) {
					// For the next start: a stopped outbox may be started again.
					sending.release(SENDING_AT_ONCE);
				}
				else {
					LOG.warn("{} messages were still being sent at shutdown", this.inHand.size());
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.work.isRunning();
	}

	@Override
	public int getPhase() {
		return Ownership.PHASE + 1;
	}

	private long work(Partition partition, long token) {
		Script.Answer due = DUE.run(this.redis, List.of(partition.key("out:due")), HEADS_AT_ONCE);
		for (int i = 2; i < due.values().size(); i += 2) {
			Conversation conversation = Conversation.parse(due.text(i));
			if (this.inHand.add(conversation)) {
				if (senders(conversation).tryAcquire()) {
					Thread.ofVirtual().name("send").start(() -> send(partition, token, conversation));
				}
				else {
					this.inHand.remove(conversation);
				}
			}
		}
		return due.number(1);
	}

	private Semaphore senders(Conversation conversation) {
		return this.senders.computeIfAbsent(conversation.channel(), name -> new Semaphore(SENDING_AT_ONCE));
	}

	private void send(Partition partition, long token, Conversation conversation) {
		boolean goOn = false;
		try {
			goOn = sendHead(partition, token, conversation);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (RuntimeException ex) {
			LOG.warn("Cell {}: a delivery goes on later: {}", partition.number(), ex.toString());
		}
		finally {
			this.inHand.remove(conversation);
			senders(conversation).release();
			if (goOn) {
				this.work.wake(partition);
			}
		}
	}

	private boolean sendHead(Partition partition, long token, Conversation conversation) throws InterruptedException {
		String id = this.redis.opsForList().index(partition.key("o:" + conversation.id()), 0);
		if (id == null) {
			return false;
		}
		Script.Answer taken = TAKE.run(this.redis,
				List.of(partition.key("lease"), partition.key("out:due"), partition.key("o:" + conversation.id()),
						messageKey(partition, conversation, id)),
				token, conversation.id(), id, RESERVATION_MILLIS);
		return switch (taken.outcome()) {
			case "reserved" -> {
				Failpoint.reach("reserved");
				OutgoingMessage message = read(taken.text(1));
				Delivery delivery = deliver(partition, token, message);
				this.outcomes.tell(message, token, delivery, (int) taken.number(2), taken.number(3));
				yield true;
			}
			case "uncertain" -> {
				this.outcomes.tell(read(taken.text(1)), token, new Delivery.Uncertain("the sender died"), 0, 0);
				yield true;
			}
			case "gone", "fenced" -> false;
			default -> throw taken.unexpected();
		};
	}

	private Delivery deliver(Partition partition, long token, OutgoingMessage message) throws InterruptedException {
		Channel channel = this.channels.get(message.conversation().channel());
		if (channel == null) {
			return new Delivery.TryLater(LONGEST_BACK_OFF, "the channel is switched off");
		}
		RateLimit limit = this.limits.get(channel.name());
		Attempt attempt = new Attempt(partition, token, message);
		try {
			limit.await(message.kind());
			if (!isRunning()) {
				return new Delivery.TryLater(Duration.ZERO, "shutting down");
			}
			Delivery delivery = channel.deliver(message, attempt);
			Failpoint.reach("delivered");
			if (delivery instanceof Delivery.Throttled throttled) {
				attempt.begun = false;
				limit.pause(throttled.pause());
			}
			return delivery;
		}
		catch (RuntimeException ex) {
			LOG.error("Channel {} failed in an unforeseen way", channel.name(), ex);
			return attempt.begun ? new Delivery.Uncertain(ex.getClass().getSimpleName())
					: new Delivery.TryLater(LONGEST_BACK_OFF, ex.getClass().getSimpleName());
		}
	}

	/** One attempt at a message; knows whether its first byte may have left. */
	private final class Attempt implements Channel.BeforeWrite {

		private final Partition partition;

		private final long token;

		private final OutgoingMessage message;

		private boolean begun;

		Attempt(Partition partition, long token, OutgoingMessage message) {
			this.partition = partition;
			this.token = token;
			this.message = message;
		}

		@Override
		public boolean maySend() {
			Script.Answer answer = MARK.run(Outbox.this.redis, List.of(this.partition.key("lease"),
					messageKey(this.partition, this.message.conversation(), this.message.id())), this.token);
			this.begun = answer.is("sending");
			Failpoint.reach("sending");
			return this.begun;
		}

	}

	private static OutgoingMessage read(String payload) {
		return JsonMapper.shared().readValue(payload, OutgoingMessage.class);
	}

	static String messageKey(Partition partition, Conversation conversation, String id) {
		return partition.key("m:" + conversation.id() + ":" + id);
	}

}
