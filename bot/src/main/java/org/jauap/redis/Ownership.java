package org.jauap.redis;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Which cells this instance works on. Each cell has one owner at a time, by a lease on Redis' clock with a fencing
 * token that every write of the owner carries; rendezvous hashing spreads the cells over the instances that are present.
 */
@Component
public class Ownership implements SmartLifecycle {

	/** Late in the start, early in the shutdown order: workers stop before their leases go. */
	public static final int PHASE = 1000;

	private static final Logger LOG = LoggerFactory.getLogger(Ownership.class);

	private static final int LEASE_MILLIS = 10_000;

	private static final int RENEWAL_MILLIS = 2_000;

	private static final Script LEASE = Script.named("lease");

	private static final Script PRESENCE = Script.named("presence");

	private static final String INSTANCES = "{jauap}:instances";

	private final StringRedisTemplate redis;

	private final String instance = UUID.randomUUID().toString();

	private final Map<Partition, Long> tokens = new ConcurrentHashMap<>();

	private volatile boolean running;

	private volatile Thread keeper = Thread.currentThread();

	Ownership(StringRedisTemplate redis) {
		this.redis = redis;
	}

	/** This process' name among the instances. */
	public String instance() {
		return this.instance;
	}

	/** The fencing token of a cell that this instance owns; empty when it doesn't. */
	public OptionalLong token(Partition partition) {
		Long token = this.tokens.get(partition);
		return (token == null) ? OptionalLong.empty() : OptionalLong.of(token);
	}

	/** How many cells this instance owns. */
	public int owned() {
		return this.tokens.size();
	}

	/** A script answered 'fenced': this instance's idea of owning the cell is out of date. */
	public void lost(Partition partition) {
		this.tokens.remove(partition);
	}

	/**
	 * Takes or renews a lease on something else than a cell, for this instance.
	 * @return whether this instance holds it now
	 */
	public boolean hold(String key, int millis) {
		return LEASE.run(this.redis, List.of(key), this.instance, millis).is("held");
	}

	/** Gives such a lease up, if this instance holds it. */
	public void release(String key) {
		LEASE.run(this.redis, List.of(key), this.instance, 0);
	}

	@Override
	public void start() {
		this.running = true;
		this.keeper = Thread.ofVirtual().name("ownership").start(this::keep);
	}

	@Override
	public void stop() {
		this.running = false;
		this.keeper.interrupt();
		try {
			this.keeper.join(java.time.Duration.ofSeconds(2));
			this.tokens.keySet().forEach(this::giveUp);
			PRESENCE.run(this.redis, List.of(INSTANCES), this.instance, 0);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (DataAccessException ex) {
			LOG.warn("Leases not given up, they run out by themselves", ex);
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	private void keep() {
		while (this.running) {
			try {
				renew();
			}
			catch (RuntimeException ex) {
				// Without Redis nobody can work anyway; leases are taken anew when it is back.
				if (this.running) {
					LOG.warn("Leases not renewed: {}", ex.getMessage());
				}
				this.tokens.clear();
			}
			try {
				Thread.sleep(RENEWAL_MILLIS);
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	private void renew() {
		List<Object> present = PRESENCE.run(this.redis, List.of(INSTANCES), this.instance, LEASE_MILLIS).values();
		List<Object> instances = present.subList(1, present.size());
		for (Partition partition : Partition.all()) {
			if (!this.running) {
				return;
			}
			if (this.instance.equals(home(partition, instances))) {
				take(partition);
			}
			else if (this.tokens.containsKey(partition)) {
				giveUp(partition);
			}
		}
	}

	private void take(Partition partition) {
		Script.Answer answer = LEASE.run(this.redis, List.of(partition.key("lease")), this.instance, LEASE_MILLIS);
		if (answer.is("held")) {
			this.tokens.put(partition, answer.number(1));
		}
		else {
			this.tokens.remove(partition);
		}
	}

	private void giveUp(Partition partition) {
		this.tokens.remove(partition);
		LEASE.run(this.redis, List.of(partition.key("lease")), this.instance, 0);
	}

	/** Rendezvous hashing: the instance with the highest hash of (instance, cell); few cells move when one comes or goes. */
	private static String home(Partition partition, List<Object> instances) {
		String best = "";
		long highest = -1;
		for (Object instance : instances) {
			CRC32 crc = new CRC32();
			crc.update((instance + "/" + partition.number()).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
			if (crc.getValue() > highest) {
				highest = crc.getValue();
				best = instance.toString();
			}
		}
		return best;
	}

}
