package org.jauap.redis;

import org.springframework.data.redis.core.StringRedisTemplate;

/** Instances of the gateway, as far as leases are concerned, for tests without an application context. */
public final class Ownerships {

	private Ownerships() {
	}

	/** One more instance. */
	public static Ownership on(StringRedisTemplate redis) {
		return new Ownership(redis);
	}

}
