package org.jauap.redis;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A real redis-server for tests without an application context: one a JVM, emptied by whoever uses it. */
public final class RealRedis {

	private static final StringRedisTemplate TEMPLATE = start();

	private RealRedis() {
	}

	/** The template on an empty server. */
	public static StringRedisTemplate empty() {
		TEMPLATE.execute((org.springframework.data.redis.core.RedisCallback<Object>) connection -> {
			connection.serverCommands().flushAll();
			return null;
		});
		return TEMPLATE;
	}

	/** Everything that is in Redis, comparable: to show that running something twice changes nothing the second time. */
	public static Map<String, Object> snapshot() {
		Map<String, Object> all = new TreeMap<>();
		Set<String> keys = TEMPLATE.keys("*");
		for (String key : keys) {
			all.put(key, switch (TEMPLATE.type(key)) {
				case STRING -> TEMPLATE.opsForValue().get(key);
				case HASH -> new TreeMap<>(TEMPLATE.opsForHash().entries(key));
				case LIST -> TEMPLATE.opsForList().range(key, 0, -1);
				case SET -> new java.util.TreeSet<>(TEMPLATE.opsForSet().members(key));
				case ZSET -> TEMPLATE.opsForZSet().rangeWithScores(key, 0, -1);
				case STREAM -> TEMPLATE.opsForStream().range(key, Range.unbounded());
				case NONE -> "expired";
			});
		}
		return all;
	}

	private static StringRedisTemplate start() {
		EmbeddedRedis server = EmbeddedRedis.start(Path.of("target", "test-data", "redis-" + ProcessHandle.current().pid()));
		RedisUrl url = RedisUrl.parse(server.url());
		String[] address = url.servers().getFirst().split(":");
		RedisStandaloneConfiguration configuration = new RedisStandaloneConfiguration(address[0],
				Integer.parseInt(address[1]));
		configuration.setPassword(url.password().orElseThrow());
		LettuceConnectionFactory factory = new LettuceConnectionFactory(configuration);
		factory.afterPropertiesSet();
		factory.start();
		Runtime.getRuntime().addShutdownHook(new Thread(server::close));
		return new StringRedisTemplate(factory);
	}

}
