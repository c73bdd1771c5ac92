package org.jauap.operations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.awaitility.Awaitility;
import org.jauap.Citizen;
import org.jauap.GatewayTest;
import org.jauap.channel.Content;
import org.jauap.channel.Conversation;
import org.jauap.channel.Inbox;
import org.jauap.channel.IncomingMessage;
import org.jauap.redis.Ownership;
import org.jauap.redis.Partition;
import org.jauap.redis.RedisProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Redis dies while the gateway runs, and comes back: refused at once meanwhile, resumed without anybody's help. */
@GatewayTest
@DirtiesContext
class RedisGoneTests {

	private static final RedisProcess REDIS = RedisProcess
		.start(Path.of("target", "test-data", "redis-gone-" + ProcessHandle.current().pid()));

	private static final Duration RESUMED = Duration.ofSeconds(15);

	private static final String MATTER = "во дворе уже неделю не вывозят мусор, контейнеры переполнены";

	private final Inbox inbox;

	private final StringRedisTemplate redis;

	private final Ownership ownership;

	private final int port;

	@Autowired
	RedisGoneTests(Inbox inbox, StringRedisTemplate redis, Ownership ownership, @LocalServerPort int port) {
		this.inbox = inbox;
		this.redis = redis;
		this.ownership = ownership;
		this.port = port;
	}

	@DynamicPropertySource
	static void external(DynamicPropertyRegistry properties) {
		properties.add("jauap.redis.url", REDIS::url);
	}

	@BeforeEach
	void works() {
		Awaitility.await()
			.atMost(RESUMED)
			.until(() -> status("readiness") == 200 && this.ownership.owned() == Partition.COUNT);
	}

	@Test
	void whileItIsGoneNothingIsAcceptedAndAfterwardsEverythingGoesOn() throws Exception {
		Citizen before = citizen();
		before.writes(MATTER);
		String number = before.readsNumber();

		REDIS.kill();

		Awaitility.await()
			.during(Duration.ofSeconds(3))
			.atMost(Duration.ofSeconds(9))
			.until(() -> status("readiness") == 503);
		assertThat(status("liveness")).isEqualTo(200);
		Instant asked = Instant.now();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(this::handIn);
		assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(6));

		REDIS.startAgain();
		Instant back = Instant.now();

		Citizen after = citizen();
		Awaitility.await().atMost(RESUMED).ignoreExceptions().until(() -> after.writes(MATTER) != null);
		assertThat(after.readsNumber()).isNotEqualTo(number);
		assertThat(Duration.between(back, Instant.now())).isLessThan(RESUMED);
		works();
		before.writes("/my");
		before.reads();
		assertThat(before.buttons()).first().asString().contains(number);
	}

	@Test
	void whatWasAcceptedBeforeItDiedIsAnsweredOnce() {
		Citizen citizen = citizen();
		citizen.writes(MATTER);
		REDIS.kill();
		REDIS.startAgain();
		works();

		citizen.readsNumber();

		citizen.writes("/my");
		assertThat(citizen.reads()).as("nothing between the one confirmation and this").startsWith("Ваши вопросы");
	}

	private Citizen citizen() {
		return new Citizen(this.inbox, this.redis, "ru");
	}

	private void handIn() {
		this.inbox.accept("test", 1, new IncomingMessage(new Conversation("web", "nobody"), "1", Instant.now(),
				new Content.Words(MATTER, List.of()), null, "ru"));
	}

	private int status(String probe) throws IOException, InterruptedException {
		try (HttpClient http = HttpClient.newHttpClient()) {
			HttpRequest request = HttpRequest
				.newBuilder(URI.create("http://localhost:" + this.port + "/actuator/health/" + probe))
				.build();
			return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
		}
	}

}
