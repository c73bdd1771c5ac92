package org.jauap.channel;

import org.springframework.data.redis.core.StringRedisTemplate;

/** Inboxes for tests without an application context. */
public final class Inboxes {

	private Inboxes() {
	}

	public static Inbox on(StringRedisTemplate redis) {
		return new Inbox(redis);
	}

}
