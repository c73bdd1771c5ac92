package org.jauap.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.jauap.GatewayTest;
import org.jauap.channel.Inbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The same {@code Idempotency-Key}: once done, and the first answer again. */
@GatewayTest
class IdempotencyTests {

	private final Inbox inbox;

	private final StringRedisTemplate redis;

	private final Api admin;

	private final String key = UUID.randomUUID().toString();

	private String path = "";

	@Autowired
	IdempotencyTests(Inbox inbox, StringRedisTemplate redis, @LocalServerPort int port) {
		this.inbox = inbox;
		this.redis = redis;
		this.admin = Api.admin(port);
	}

	@BeforeEach
	void aQuestion() {
		this.path = "/questions/" + this.admin.question(this.inbox, this.redis, "labour");
	}

	@Test
	void theSameKeyGivesTheFirstAnswerAgainAndDoesNothing() {
		Api.Answer first = note("заметка");
		this.admin.post(this.path + "/claim", null).is(200);

		Api.Answer again = note("заметка");

		first.is(200);
		again.is(200);
		assertThat(again.raw().body()).isEqualTo(first.raw().body());
		assertThat(again.header("ETag")).isEqualTo(first.header("ETag")).isNotEmpty();
		assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
		assertThat(notes()).isEqualTo(1);
	}

	@Test
	void aRefusalIsAnAnswerToo() {
		Api.Answer first = note("");
		first.isProblem(422, "unusable");

		assertThat(note("").raw().body()).isEqualTo(first.raw().body());
	}

	@Test
	void theKeyBelongsToItsRequest() {
		note("заметка").is(200);

		note("другая заметка").isProblem(422, "key-reused");
		this.admin.post(this.path + "/close", Map.of("text", "заметка"), Idempotency.HEADER, this.key)
			.isProblem(422, "key-reused");
		assertThat(notes()).isEqualTo(1);
	}

	@Test
	void theKeyBelongsToItsToken() {
		note("заметка").is(200);

		this.admin.withRole("moderator")
			.post(this.path + "/notes", Map.of("text", "заметка"), Idempotency.HEADER, this.key)
			.is(200);
		assertThat(notes()).isEqualTo(2);
	}

	@Test
	void ofManyAtOnceOneIsCarriedOut() throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Integer>> answers = IntStream.range(0, 8)
				.mapToObj(i -> threads.submit(() -> note("заметка").status()))
				.toList();
			for (Future<Integer> answer : answers) {
				assertThat(answer.get()).isIn(200, 409);
			}
		}
		note("заметка").is(200);
		assertThat(notes()).isEqualTo(1);
	}

	@Test
	void aRequestThatIsStillRunningIsToldApart() {
		note("заметка").is(200);
		String place = this.redis.keys("{idem}:token:admin-api:" + Seal.digest(this.key)).iterator().next();
		String kept = this.redis.opsForValue().get(place);
		this.redis.opsForValue().set(place, kept.replaceAll("\"answer\":\"[^\"]*\"", "\"answer\":null"));

		Api.Answer answer = note("заметка");

		answer.isProblem(409, "in-progress");
		assertThat(answer.header("Retry-After")).isEqualTo("1");
	}

	/** The process died after the command, before the answer was kept: the command's own id keeps it from a second time. */
	@Test
	void aLostAnswerDoesNotRepeatTheCommand() {
		note("заметка").is(200);
		this.redis.delete("{idem}:token:admin-api:" + Seal.digest(this.key));

		note("заметка").is(200);
		assertThat(notes()).isEqualTo(1);
	}

	@Test
	void keptAnswersCannotBeReadInRedis() {
		String token = this.admin
			.post("/tokens", Map.of("name", "t " + this.key, "role", "press"), Idempotency.HEADER, this.key)
			.is(201)
			.at("/token")
			.asString();

		Set<String> places = this.redis.keys("{idem}:*");
		assertThat(places).isNotEmpty()
			.allSatisfy(place -> assertThat(this.redis.opsForValue().get(place)).doesNotContain(token, token.substring(6)));
		assertThat(this.admin
			.post("/tokens", Map.of("name", "t " + this.key, "role", "press"), Idempotency.HEADER, this.key)
			.is(201)
			.at("/token")
			.asString()).isEqualTo(token);
	}

	@Test
	void aKeyIsShort() {
		this.admin.post(this.path + "/claim", null, Idempotency.HEADER, "k".repeat(201)).isProblem(400, "invalid");
		this.admin.post(this.path + "/claim", null, Idempotency.HEADER, " ").isProblem(400, "invalid");
	}

	private Api.Answer note(String text) {
		return this.admin.post(this.path + "/notes", Map.of("text", text), Idempotency.HEADER, this.key);
	}

	private long notes() {
		return this.admin.get(this.path)
			.json()
			.at("/timeline")
			.valueStream()
			.filter(line -> line.at("/kind").asString().equals("noted"))
			.count();
	}

}
