package org.jauap.redis;

import java.time.Duration;
import java.util.Set;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.jauap.settings.Settings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.RedisNode;
import org.springframework.data.redis.connection.RedisSentinelConfiguration;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettucePoolingClientConfiguration;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;

/** One connection to one Redis – embedded, single, Sentinel or Cluster – for everything. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

	private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(5);

	private static final int PIPELINES_AT_ONCE = 16;

	private static final Duration RECONNECT_DELAY = Duration.ofMillis(500);

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	/** The server that {@code REDIS_URL} names, or the embedded one; stopped after everything that uses it. */
	@Bean(destroyMethod = "close")
	RedisServer redisServer(RedisSettings redis, Settings settings) {
		if (redis.isEmbedded()) {
			EmbeddedRedis embedded = EmbeddedRedis.start(settings.dataDir());
			return new RedisServer(RedisUrl.parse(embedded.url()), embedded);
		}
		return new RedisServer(RedisUrl.parse(redis.url()), null);
	}

	/** A Redis that comes back is found within a second; the client's own delay would grow to half a minute. */
	@Bean(destroyMethod = "shutdown")
	ClientResources redisClientResources() {
		return DefaultClientResources.builder().reconnectDelay(Delay.constant(RECONNECT_DELAY)).build();
	}

	@Bean
	LettuceConnectionFactory redisConnectionFactory(RedisServer server, ClientResources resources) {
		RedisUrl url = server.url();
		LettuceClientConfiguration client = client(url, resources);
		LettuceConnectionFactory factory = switch (url.kind()) {
			case SINGLE -> new LettuceConnectionFactory(single(url), client);
			case SENTINEL -> new LettuceConnectionFactory(sentinel(url), client);
			case CLUSTER -> new LettuceConnectionFactory(cluster(url), client);
		};
		factory.afterPropertiesSet();
		try {
			RedisCheck.check(factory, url);
			return factory;
		}
		catch (RuntimeException ex) {
			// Before the client's threads go: its connections would complain about them.
			factory.destroy();
			throw ex;
		}
	}

	@Bean
	RedisMessageListenerContainer redisMessageListenerContainer(RedisConnectionFactory connectionFactory) {
		RedisMessageListenerContainer container = new RedisMessageListenerContainer();
		container.setConnectionFactory(connectionFactory);
		container.setRecoveryInterval(1_000);
		// Feed's listeners never wait, so they hear on the connection's own thread, in order; the default would start a
		// thread of the operating system for every message.
		container.setTaskExecutor(new SyncTaskExecutor());
		container.setSubscriptionExecutor(new SimpleAsyncTaskExecutor("redis-subscription-"));
		return container;
	}

	private static LettuceClientConfiguration client(RedisUrl url, ClientResources resources) {
		// While Redis is away, callers are told at once instead of being queued up: the messengers keep what we refuse.
		ClientOptions.Builder options = (url.kind() == RedisUrl.Kind.CLUSTER)
				? ClusterClientOptions.builder()
					.topologyRefreshOptions(ClusterTopologyRefreshOptions.builder()
						.enableAllAdaptiveRefreshTriggers()
						.enablePeriodicRefresh(Duration.ofSeconds(30))
						.build())
				: ClientOptions.builder();
		options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
			.timeoutOptions(TimeoutOptions.enabled(COMMAND_TIMEOUT))
			.socketOptions(SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).keepAlive(true).build());
		LettuceClientConfiguration.LettuceClientConfigurationBuilder client = LettucePoolingClientConfiguration.builder()
			.poolConfig(pipelines())
			.clientResources(resources)
			.clientOptions(options.build())
			.commandTimeout(COMMAND_TIMEOUT)
			.shutdownTimeout(Duration.ofMillis(100));
		if (url.tls()) {
			client.useSsl();
		}
		return client.build();
	}

	/** A pipeline needs a connection of its own for a moment; to open a new one each time costs more than what it asks. */
	private static GenericObjectPoolConfig<StatefulConnection<?, ?>> pipelines() {
		GenericObjectPoolConfig<StatefulConnection<?, ?>> pool = new GenericObjectPoolConfig<>();
		pool.setMaxTotal(PIPELINES_AT_ONCE);
		pool.setMaxIdle(PIPELINES_AT_ONCE);
		pool.setMaxWait(COMMAND_TIMEOUT);
		pool.setJmxEnabled(false);
		return pool;
	}

	private static RedisStandaloneConfiguration single(RedisUrl url) {
		RedisNode node = RedisNode.fromString(url.servers().getFirst());
		RedisStandaloneConfiguration configuration = new RedisStandaloneConfiguration(node.getHost(), node.getPort());
		url.user().ifPresent(configuration::setUsername);
		url.password().ifPresent(configuration::setPassword);
		return configuration;
	}

	private static RedisSentinelConfiguration sentinel(RedisUrl url) {
		RedisSentinelConfiguration configuration = new RedisSentinelConfiguration(url.master(),
				Set.copyOf(url.servers()));
		url.user().ifPresent(configuration::setUsername);
		url.password().ifPresent(configuration::setPassword);
		return configuration;
	}

	private static RedisClusterConfiguration cluster(RedisUrl url) {
		RedisClusterConfiguration configuration = new RedisClusterConfiguration(url.servers());
		url.user().ifPresent(configuration::setUsername);
		url.password().ifPresent(configuration::setPassword);
		return configuration;
	}

}
