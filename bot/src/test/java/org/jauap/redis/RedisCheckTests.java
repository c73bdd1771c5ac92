package org.jauap.redis;

import org.jauap.StartupProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RedisCheckTests {

	@ParameterizedTest
	@ValueSource(strings = { "7.0.0", "7.0.15", "7.4.2", "8.2.1", "10.0.0" })
	void aRedisFromVersion7OnWillDo(String version) {
		assertThatCode(() -> RedisCheck.refuseOld(version)).doesNotThrowAnyException();
	}

	@Test
	void anOlderOneIsRefusedInOneLine() {
		assertThatExceptionOfType(StartupProblem.class).isThrownBy(() -> RedisCheck.refuseOld("6.2.14"))
			.withMessage("Redis is version 6.2.14: use 7.0 or newer");
	}

}
