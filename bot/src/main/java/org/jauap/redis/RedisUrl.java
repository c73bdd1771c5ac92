package org.jauap.redis;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jauap.StartupProblem;

/**
 * What {@code REDIS_URL} says: {@code redis://[user:pass@]host:port}, {@code rediss://…} with TLS, several of them
 * comma-separated for a Redis Cluster, or {@code redis-sentinel://[user:pass@]host:port,host:port/master}.
 *
 * @param kind how the servers belong together
 * @param servers {@code host:port}
 * @param user empty for the default user
 * @param password empty for none
 * @param tls whether connections are encrypted
 * @param master name of the master, for Sentinel
 */
record RedisUrl(Kind kind, List<String> servers, Optional<String> user, Optional<String> password, boolean tls,
		String master) {

	private static final int DEFAULT_PORT = 6379;

	private static final int HIGHEST_PORT = 65_535;

	private static final int DEFAULT_SENTINEL_PORT = 26379;

	enum Kind {

		SINGLE, SENTINEL, CLUSTER

	}

	static RedisUrl parse(String value) {
		String[] parts = value.strip().split("\\s*,\\s*");
		return parts[0].startsWith("redis-sentinel://") ? sentinel(value.strip()) : servers(parts, value);
	}

	private static RedisUrl servers(String[] parts, String value) {
		List<String> servers = new ArrayList<>();
		URI first = uri(parts[0], value);
		for (String part : parts) {
			URI uri = uri(part.contains("://") ? part : first.getScheme() + "://" + part, value);
			if (!List.of("redis", "rediss").contains(uri.getScheme())) {
				throw wrong(value);
			}
			servers.add(uri.getHost() + ":" + ((uri.getPort() < 0) ? DEFAULT_PORT : uri.getPort()));
		}
		return new RedisUrl((parts.length > 1) ? Kind.CLUSTER : Kind.SINGLE, List.copyOf(servers), user(first),
				password(first), "rediss".equals(first.getScheme()), "");
	}

	private static RedisUrl sentinel(String value) {
		String rest = value.substring("redis-sentinel://".length());
		int slash = rest.indexOf('/');
		if (slash < 0 || slash == rest.length() - 1) {
			throw wrong(value);
		}
		String authority = rest.substring(0, slash);
		int at = authority.lastIndexOf('@');
		URI credentials = uri("redis://" + ((at < 0) ? "" : authority.substring(0, at + 1)) + "host", value);
		List<String> servers = new ArrayList<>();
		for (String server : authority.substring(at + 1).split(",")) {
			URI uri = uri("redis://" + server, value);
			servers.add(uri.getHost() + ":" + ((uri.getPort() < 0) ? DEFAULT_SENTINEL_PORT : uri.getPort()));
		}
		return new RedisUrl(Kind.SENTINEL, List.copyOf(servers), user(credentials), password(credentials), false,
				rest.substring(slash + 1));
	}

	private static URI uri(String text, String value) {
		try {
			URI uri = new URI(text);
			if (uri.getHost() == null || uri.getScheme() == null || uri.getPort() > HIGHEST_PORT) {
				throw wrong(value);
			}
			return uri;
		}
		catch (URISyntaxException ex) {
			throw wrong(value);
		}
	}

	private static Optional<String> user(URI uri) {
		return Optional.ofNullable(uri.getUserInfo())
			.filter(info -> info.indexOf(':') > 0)
			.map(info -> info.substring(0, info.indexOf(':')));
	}

	private static Optional<String> password(URI uri) {
		return Optional.ofNullable(uri.getUserInfo()).map(info -> info.substring(info.indexOf(':') + 1));
	}

	private static StartupProblem wrong(String value) {
		return new StartupProblem("REDIS_URL is '" + value.replaceAll("://.*@", "://…@")
				+ "': give redis://[user:password@]host:port, several of them separated by commas for a cluster, "
				+ "or redis-sentinel://host:port,host:port/master");
	}

}
