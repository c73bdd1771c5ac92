package org.jauap.channel.telegram;

import java.util.List;

import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** A real Redis behind a cable that can be pulled. */
final class Severable extends StringRedisTemplate {

	volatile boolean away;

	Severable(StringRedisTemplate real) {
		super(real.getConnectionFactory());
	}

	@Override
	public <T> T execute(RedisScript<T> script, List<String> keys, Object... args) {
		if (this.away) {
			throw new RedisConnectionFailureException("the cable is pulled");
		}
		return super.execute(script, keys, args);
	}

}
