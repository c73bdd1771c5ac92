package org.jauap.channel;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import org.jauap.redis.Partition;
import org.jauap.redis.Script;
import org.jauap.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * What follows from what became of a message: it leaves the outbox, waits for another try, or – an official's words
 * whose outcome is unknown – is repeated once, marked as a repeat.
 */
@Component
class Outcomes {

	private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);

	private static final Script DONE = Script.named("done");

	private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(1);

	private static final long REDIS_RETRY_MILLIS = 500;

	private final StringRedisTemplate redis;

	private final Map<String, Channel> channels = new HashMap<>();

	private final Texts texts;

	private final MeterRegistry metrics;

	private final Clock clock;

	private volatile boolean open;

	Outcomes(StringRedisTemplate redis, List<Channel> channels, Texts texts, MeterRegistry metrics, Clock clock) {
		this.redis = redis;
		channels.forEach(channel -> this.channels.put(channel.name(), channel));
		this.texts = texts;
		this.metrics = metrics;
		this.clock = clock;
	}

	void open() {
		this.open = true;
	}

	/** From now on nothing waits for a Redis that is away. */
	void close() {
		this.open = false;
	}

	/**
	 * Tells Redis; while it can't be reached, again and again: the outcome must not be forgotten while this lives.
	 * @param tries how often it was tried before
	 * @param queuedAt when it came into the outbox, ms; 0: unknown
	 */
	void tell(OutgoingMessage message, long token, Delivery delivery, int tries, long queuedAt)
			throws InterruptedException {
		Map<String, Object> result = base(message, token);
		OutgoingMessage repetition = repetition(message, delivery);
		result.putAll((repetition == null) ? consequences(message, delivery, tries) : repeat(repetition));
		this.metrics.counter("jauap.outbox.outcomes", "state", (String) result.get("outcome")).increment();
		if (delivery instanceof Delivery.Delivered && queuedAt > 0) {
			this.metrics.timer("jauap.outbox.latency")
				.record(Math.max(0, this.clock.millis() - queuedAt), TimeUnit.MILLISECONDS);
		}
		List<String> keys = keys(message, (repetition == null) ? message : repetition);
		String json = JsonMapper.shared().writeValueAsString(result);
		while (!told(keys, json) && this.open) {
			Thread.sleep(REDIS_RETRY_MILLIS);
		}
	}

	private boolean told(List<String> keys, String json) {
		try {
			DONE.run(this.redis, keys, json);
			return true;
		}
		catch (RuntimeException ex) {
			LOG.warn("An outcome waits for Redis: {}", ex.toString());
			return false;
		}
	}

	private Map<String, Object> base(OutgoingMessage message, long token) {
		Channel channel = this.channels.get(message.conversation().channel());
		Map<String, Object> result = new HashMap<>();
		result.put("conversation", message.conversation().id());
		result.put("id", message.id());
		result.put("token", token);
		result.put("entry", message.entry());
		result.put("at", this.clock.instant().toString());
		result.put("delivery", "");
		result.put("restMillis", (channel == null) ? 0 : channel.restMillis());
		if (message.question() != null) {
			result.put("number", message.question());
		}
		return result;
	}

	private static Map<String, Object> consequences(OutgoingMessage message, Delivery delivery, int tries) {
		return switch (delivery) {
			case Delivery.Delivered delivered -> Map.of("outcome", "delivered", "messageId", delivered.messageId(),
					"delivery", message.more() ? "" : message.isRepetition() ? "repeated" : "delivered");
			case Delivery.TryLater later -> Map.of("outcome", "later", "reason", later.reason(), "inMillis",
					backOff(later.in(), tries).toMillis());
			case Delivery.Throttled throttled -> Map.of("outcome", "later", "reason", "429", "inMillis",
					throttled.pause().toMillis());
			case Delivery.Refused refused -> {
				LOG.warn("A message was refused: {}", refused.reason());
				yield Map.of("outcome", "failed", "delivery", "failed");
			}
			case Delivery.CitizenLeft _ -> Map.of("outcome", "left", "delivery", "blocked");
			case Delivery.Uncertain uncertain -> {
				LOG.warn("A delivery's outcome is unknown: {}", uncertain.reason());
				yield Map.of("outcome", "uncertain", "delivery", "uncertain");
			}
		};
	}

	/** An official's words are repeated once when nobody knows whether they arrived; nothing else is. */
	private @Nullable OutgoingMessage repetition(OutgoingMessage message, Delivery delivery) {
		boolean repeatable = delivery instanceof Delivery.Uncertain && message.kind() == OutgoingMessage.Kind.REPLY
				&& !message.isRepetition();
		return repeatable ? message.repeated(this.texts.rich(message.language(), "reply.repeated", Map.of())) : null;
	}

	private static Map<String, Object> repeat(OutgoingMessage repetition) {
		LOG.warn("A reply's outcome is unknown: it is repeated, marked as a repeat");
		return Map.of("outcome", "repeat", "delivery", "uncertain", "repetition",
				Map.of("id", repetition.id(), "payload", JsonMapper.shared().writeValueAsString(repetition)));
	}

	private static Duration backOff(Duration first, int tries) {
		Duration wait = first.multipliedBy(1L << Math.min(tries, 6));
		return (wait.compareTo(LONGEST_BACK_OFF) > 0) ? LONGEST_BACK_OFF : wait;
	}

	private static List<String> keys(OutgoingMessage message, OutgoingMessage repetition) {
		Conversation conversation = message.conversation();
		Partition partition = conversation.partition();
		String question = (message.question() == null) ? "lease" : "q:" + message.question();
		return List.of(partition.key("out:due"), partition.key("o:" + conversation.id()),
				Outbox.messageKey(partition, conversation, message.id()), partition.key("c:" + conversation.id()),
				partition.key("r:" + conversation.id()), partition.key("ev"), partition.key(question),
				Outbox.messageKey(partition, conversation, repetition.id()));
	}

}
