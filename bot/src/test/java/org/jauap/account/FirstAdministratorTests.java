package org.jauap.account;

import java.time.Clock;

import org.jauap.StartupProblem;
import org.jauap.redis.RealRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How a deployment gets its first administrator, from start to start. */
class FirstAdministratorTests {

	private StringRedisTemplate redis;

	private Accounts accounts;

	@BeforeEach
	void emptyRedis() {
		this.redis = RealRedis.empty();
		this.accounts = new Accounts(this.redis, PasswordEncoderFactories.createDelegatingPasswordEncoder(),
				Clock.systemUTC());
	}

	@Test
	void withoutASettingAPasswordIsMadeUpUntilItWasPrintedOnce() {
		String password = start("").newPassword().orElseThrow();

		assertThat(password).matches("[a-z2-9]{5}(-[a-z2-9]{5}){3}");
		assertThat(this.accounts.hasPassword("admin", password)).isTrue();
		assertThat(this.accounts.find("admin").orElseThrow().official().role()).isEqualTo(Role.ADMIN);
		String next = start("").newPassword().orElseThrow();
		assertThat(this.accounts.hasPassword("admin", next)).as("the first one was never printed").isTrue();

		FirstAdministrator printed = start("");
		String shown = printed.newPassword().orElseThrow();
		printed.wasRead();
		assertThat(start("").newPassword()).isEmpty();
		assertThat(this.accounts.hasPassword("admin", shown)).isTrue();
	}

	@Test
	void theSettingIsThePasswordFromEachStartOn() {
		assertThat(start("correct horse battery").newPassword()).isEmpty();
		assertThat(this.accounts.hasPassword("admin", "correct horse battery")).isTrue();

		start("battery staple horse");
		assertThat(this.accounts.hasPassword("admin", "battery staple horse")).isTrue();
		assertThat(this.accounts.hasPassword("admin", "correct horse battery")).isFalse();
	}

	@Test
	void theSameSettingChangesNothing() {
		start("correct horse battery");
		var once = RealRedis.snapshot();

		start("correct horse battery");

		assertThat(RealRedis.snapshot()).isEqualTo(once);
	}

	@Test
	void aPasswordThatWouldBeCutOffStopsTheStart() {
		assertThatExceptionOfType(StartupProblem.class).isThrownBy(() -> start("я".repeat(37)))
			.withMessageStartingWith("ADMIN_PASSWORD ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "with spaces in between it", "с кириллицей внутри него" })
	void aTokenThatCannotBeSentStopsTheStart(String token) {
		assertThatExceptionOfType(StartupProblem.class)
			.isThrownBy(() -> new ApiTokens(this.redis, new AccountSettings("", token), Clock.systemUTC()))
			.withMessageStartingWith("ADMIN_API_TOKEN ");
	}

	private FirstAdministrator start(String password) {
		return new FirstAdministrator(this.accounts, new AccountSettings(password, ""));
	}

}
