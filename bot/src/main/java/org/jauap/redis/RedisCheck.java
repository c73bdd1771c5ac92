package org.jauap.redis;

import java.util.Optional;
import java.util.Properties;

import org.jauap.StartupProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Looks at the start whether this Redis can keep the promises: new enough, on disk, never evicting. */
final class RedisCheck {

	private static final Logger LOG = LoggerFactory.getLogger(RedisCheck.class);

	/** Shebang scripts ({@code #!lua}) came with Redis 7.0. */
	private static final int OLDEST_MAJOR = 7;

	private static final String PARTITIONS_KEY = "{jauap}:partitions";

	private RedisCheck() {
	}

	static void check(RedisConnectionFactory factory, RedisUrl url) {
		try (RedisConnection connection = factory.getConnection()) {
			Properties server = connection.serverCommands().info("server");
			refuseOld(version(server));
			refuseEviction(setting(connection, "maxmemory-policy"));
			warnOfLoss(setting(connection, "appendonly"), setting(connection, "appendfsync"));
		}
		catch (DataAccessException ex) {
			throw new StartupProblem("Redis at " + url.servers() + " can't be used (" + reason(ex)
					+ "): check that it runs, and REDIS_URL with its password", ex);
		}
		refuseOtherPartitions(new StringRedisTemplate(factory));
	}

	static void refuseOld(String version) {
		if (Integer.parseInt(version.split("\\.")[0]) < OLDEST_MAJOR) {
			throw new StartupProblem("Redis is version " + version + ": use 7.0 or newer");
		}
	}

	private static void refuseEviction(Optional<String> policy) {
		policy.filter(value -> !"noeviction".equals(value)).ifPresent(value -> {
			throw new StartupProblem("Redis would throw questions away when its memory is full (maxmemory-policy " + value
					+ "): set maxmemory-policy noeviction");
		});
	}

	private static void warnOfLoss(Optional<String> appendOnly, Optional<String> fsync) {
		if (appendOnly.isPresent() && !"yes".equals(appendOnly.get())) {
			LOG.warn("Redis keeps nothing on disk (appendonly {}): a power cut loses everything; set appendonly yes",
					appendOnly.get());
		}
		else if (fsync.isPresent() && !"always".equals(fsync.get())) {
			LOG.warn("Redis may lose acknowledged questions at a power cut (appendfsync {}): set appendfsync always",
					fsync.get());
		}
	}

	private static void refuseOtherPartitions(StringRedisTemplate redis) {
		redis.opsForValue().setIfAbsent(PARTITIONS_KEY, Integer.toString(Partition.COUNT));
		String kept = redis.opsForValue().get(PARTITIONS_KEY);
		if (!Integer.toString(Partition.COUNT).equals(kept)) {
			throw new StartupProblem("This Redis was set up for " + kept + " partitions, this version uses "
					+ Partition.COUNT + ": use the version that set it up, or an empty Redis");
		}
	}

	private static String version(Properties server) {
		// A cluster answers for each node, as <host:port>.redis_version.
		return server.stringPropertyNames()
			.stream()
			.filter(name -> name.equals("redis_version") || name.endsWith(".redis_version"))
			.map(server::getProperty)
			.findFirst()
			.orElse("0");
	}

	/** A setting; empty where the server doesn't tell, as managed ones don't. */
	private static Optional<String> setting(RedisConnection connection, String name) {
		try {
			Properties found = connection.serverCommands().getConfig(name);
			return (found == null) ? Optional.empty()
					: found.stringPropertyNames()
						.stream()
						.filter(key -> key.equals(name) || key.endsWith("." + name))
						.map(found::getProperty)
						.findFirst();
		}
		catch (DataAccessException ex) {
			LOG.warn("Redis does not tell its {}: make sure that it is on disk and never evicts", name);
			return Optional.empty();
		}
	}

	private static String reason(Throwable ex) {
		Throwable root = ex;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		String message = String.valueOf(root.getMessage()).lines().findFirst().orElse(root.getClass().getSimpleName());
		return message.startsWith("NOAUTH") ? "it wants a password"
				: message.startsWith("WRONGPASS") ? "user or password is wrong" : message;
	}

}
