package org.jauap.channel.telegram;

import java.util.List;
import java.util.Map;

import org.jauap.redis.RealRedis;
import org.jauap.redis.Script;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** redis/set-aside.lua on a real server: twice is once. */
class SetAsideTests {

	private final StringRedisTemplate redis = RealRedis.empty();

	@Test
	void keepsTheUpdateOnce() {
		assertThat(setAside("41").outcome()).isEqualTo("parked");
		Map<String, Object> once = RealRedis.snapshot();

		assertThat(setAside("41").outcome()).isEqualTo("repeat");

		assertThat(RealRedis.snapshot()).isEqualTo(once);
		assertThat(this.redis.opsForStream().size("{p1}:parked")).isEqualTo(1);
		assertThat(this.redis.opsForStream().size("{p1}:in")).isZero();
	}

	private Script.Answer setAside(String id) {
		return Script.named("set-aside")
			.run(this.redis, List.of("{p1}:u:4242:0", "{p1}:parked"), id, "{\"update_id\": 41}", "SomeException");
	}

}
