package org.jauap.redis;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which Redis holds everything.
 *
 * @param url {@code REDIS_URL}; none: an embedded one in the data folder
 */
@ConfigurationProperties("jauap.redis")
record RedisSettings(@Nullable String url) {

	boolean isEmbedded() {
		return this.url == null || this.url.isBlank();
	}

}
