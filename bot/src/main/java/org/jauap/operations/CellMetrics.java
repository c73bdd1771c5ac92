package org.jauap.operations;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jauap.question.Status;
import org.jauap.redis.Ownership;
import org.jauap.redis.Partition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Depths over all cells, looked up every few seconds in one round trip: inbox, outbox, parked, timers, queues. */
@Component
class CellMetrics {

	private static final Logger LOG = LoggerFactory.getLogger(CellMetrics.class);

	private final StringRedisTemplate redis;

	private final Map<String, AtomicLong> values = new ConcurrentHashMap<>();

	private volatile double oldestDueMillis = Double.POSITIVE_INFINITY;

	CellMetrics(StringRedisTemplate redis, MeterRegistry metrics, Ownership ownership) {
		this.redis = redis;
		for (String depth : List.of("inbox", "parked", "outbox", "timers")) {
			gauge(metrics, "jauap." + depth + ".depth", depth, null);
		}
		for (Status status : Status.values()) {
			gauge(metrics, "jauap.questions", status.code(), status.code());
		}
		Gauge.builder("jauap.cells.owned", ownership, Ownership::owned).register(metrics);
		Gauge.builder("jauap.outbox.age.seconds", this, CellMetrics::outboxAgeSeconds).register(metrics);
	}

	/** For how long the message has been due that has been due longest; 0 when nothing is. */
	double outboxAgeSeconds() {
		return Math.max(0, (System.currentTimeMillis() - this.oldestDueMillis) / 1000);
	}

	/** How many conversations have something to deliver, at the last look. */
	long outboxDepth() {
		return this.values.get("outbox").get();
	}

	/** How many messages were put aside after repeated failures, at the last look. */
	long parked() {
		return this.values.get("parked").get();
	}

	@Scheduled(fixedDelay = 5_000)
	void look() {
		try {
			List<Object> answers = this.redis.executePipelined((RedisCallback<Object>) connection -> {
				Partition.all().forEach(partition -> ask(connection, partition));
				return null;
			});
			take(answers);
		}
		catch (DataAccessException ex) {
			LOG.debug("Depths not looked up: {}", ex.getMessage());
		}
	}

	private static void ask(RedisConnection connection, Partition partition) {
		connection.streamCommands().xLen(key(partition, "in"));
		connection.streamCommands().xLen(key(partition, "parked"));
		connection.zSetCommands().zCard(key(partition, "out:due"));
		connection.zSetCommands().zCard(key(partition, "timers"));
		for (Status status : Status.values()) {
			connection.zSetCommands().zCard(key(partition, "s:" + status.code()));
		}
		connection.zSetCommands().zRangeWithScores(key(partition, "out:due"), 0, 0);
	}

	private void take(List<Object> answers) {
		List<String> names = new java.util.ArrayList<>(List.of("inbox", "parked", "outbox", "timers"));
		for (Status status : Status.values()) {
			names.add(status.code());
		}
		Map<String, Long> sums = new java.util.HashMap<>();
		double oldest = Double.POSITIVE_INFINITY;
		int each = names.size() + 1;
		for (int i = 0; i < answers.size(); i++) {
			if (i % each < names.size()) {
				sums.merge(names.get(i % each), ((Number) answers.get(i)).longValue(), Long::sum);
			}
			else {
				for (Object head : (Iterable<?>) answers.get(i)) {
					oldest = Math.min(oldest,
							((org.springframework.data.redis.core.ZSetOperations.TypedTuple<?>) head).getScore());
				}
			}
		}
		sums.forEach((name, sum) -> this.values.get(name).set(sum));
		this.oldestDueMillis = oldest;
	}

	private void gauge(MeterRegistry metrics, String name, String value, @org.jspecify.annotations.Nullable String status) {
		AtomicLong holder = this.values.computeIfAbsent(value, key -> new AtomicLong());
		Gauge.Builder<AtomicLong> gauge = Gauge.builder(name, holder, AtomicLong::doubleValue);
		if (status != null) {
			gauge.tag("status", status);
		}
		gauge.register(metrics);
	}

	private static byte[] key(Partition partition, String name) {
		return partition.key(name).getBytes(UTF_8);
	}

}
