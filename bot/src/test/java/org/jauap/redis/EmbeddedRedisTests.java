package org.jauap.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.jauap.StartupProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** The gateway's own redis-server: found again, started again, one user at a time. */
class EmbeddedRedisTests {

	private final Path data = Path.of("target", "test-data", "embedded-" + System.nanoTime());

	private EmbeddedRedis redis;

	@BeforeEach
	void start() {
		this.redis = EmbeddedRedis.start(this.data);
	}

	@AfterEach
	void stop() {
		this.redis.close();
	}

	@Test
	void whenItDiesItIsStartedAgainOnTheSamePort() throws IOException {
		String url = this.redis.url();
		ProcessHandle.of(pid()).orElseThrow().destroyForcibly();

		await().atMost(Duration.ofSeconds(20)).until(() -> daemon().runs());

		assertThat(daemon().url()).isEqualTo(url);
	}

	@Test
	void aSecondGatewayOnTheSameFolderIsRefused() {
		assertThatExceptionOfType(StartupProblem.class).isThrownBy(() -> EmbeddedRedis.start(this.data))
			.withMessageContaining("DATA_DIR");
	}

	@Test
	void onlyItsOwnerMayReadThePassword() throws IOException {
		assertThat(Files.getPosixFilePermissions(this.data.resolve("redis/redis.conf"))).hasSize(2);
		assertThat(daemon()).asString().doesNotContain(daemon().password());
	}

	private RedisDaemon daemon() throws IOException {
		return RedisDaemon.configured(this.data.toAbsolutePath().resolve("redis"));
	}

	private long pid() throws IOException {
		return Long.parseLong(Files.readString(this.data.resolve("redis/redis.pid")).strip());
	}

}
