package org.jauap.account;

import java.util.List;
import java.util.Map;

import org.jauap.redis.RealRedis;
import org.jauap.redis.Script;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The scripts around accounts, on a real server: what each does, and that twice is once. */
class AccountScriptsTests {

	private static final List<String> TOKENS = List.of("{accounts}:tokens", "{accounts}:token-names");

	private static final List<String> ATTEMPTS = List.of("{signin}:digest", "{signin}:192.0.2.7");

	private StringRedisTemplate redis;

	@BeforeEach
	void emptyRedis() {
		this.redis = RealRedis.empty();
	}

	@Test
	void aTokenIsKeptOnceAndItsNameIsItsOwn() {
		assertThat(create("hash-1").outcome()).isEqualTo("created");
		Map<String, Object> once = RealRedis.snapshot();

		assertThat(create("hash-1").outcome()).isEqualTo("created");
		assertThat(create("hash-2").outcome()).isEqualTo("taken");
		assertThat(RealRedis.snapshot()).isEqualTo(once);
	}

	@Test
	void aDeletedTokenFreesItsNameButNotAnothers() {
		create("hash-1");
		assertThat(delete("hash-1").outcome()).isEqualTo("deleted");
		create("hash-2");
		Map<String, Object> once = RealRedis.snapshot();

		assertThat(delete("hash-1").outcome()).isEqualTo("deleted");
		assertThat(RealRedis.snapshot()).isEqualTo(once);
	}

	@Test
	void attemptsEndAtTheirLimitAndASuccessTakesOneBack() {
		assertThat(attempt().outcome()).isEqualTo("go");
		assertThat(attempt().outcome()).isEqualTo("go");
		assertThat(attempt().outcome()).isEqualTo("slow");
		assertThat(attempt().number(1)).isBetween(1L, 60_000L);

		assertThat(signedIn().outcome()).isEqualTo("counted");
		Map<String, Object> once = RealRedis.snapshot();
		assertThat(signedIn().outcome()).isEqualTo("repeat");
		assertThat(RealRedis.snapshot()).isEqualTo(once);
		assertThat(attempt().outcome()).isEqualTo("go");
	}

	@Test
	void anAuditLineIsWrittenOnce() {
		assertThat(audit().outcome()).isEqualTo("written");
		Map<String, Object> once = RealRedis.snapshot();

		assertThat(audit().outcome()).isEqualTo("repeat");
		assertThat(RealRedis.snapshot()).isEqualTo(once);
		assertThat(this.redis.opsForStream().size("{audit}")).isEqualTo(1);
	}

	private Script.Answer create(String hash) {
		return Script.named("create-token").run(this.redis, TOKENS, hash, "crm", "{}");
	}

	private Script.Answer delete(String hash) {
		return Script.named("delete-token").run(this.redis, TOKENS, hash, "crm");
	}

	private Script.Answer attempt() {
		return Script.named("attempt").run(this.redis, ATTEMPTS, 2, 50, 60_000);
	}

	private Script.Answer signedIn() {
		return Script.named("signed-in").run(this.redis, ATTEMPTS);
	}

	private Script.Answer audit() {
		return Script.named("audit")
			.run(this.redis, List.of("{audit}", "{audit}:id-1"), "2026-11-24T10:00:00Z", "aigul", "looked-at-citizen",
					"4F7K-Q9M2-X");
	}

}
