package org.jauap.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.jauap.Citizen;
import org.jauap.GatewayTest;
import org.jauap.channel.Inbox;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What an official does with a question over HTTP, and what is refused. */
@GatewayTest
class QuestionsTests {

	private final Inbox inbox;

	private final StringRedisTemplate redis;

	private final Api admin;

	private final Api labour;

	@Autowired
	QuestionsTests(Inbox inbox, StringRedisTemplate redis, @LocalServerPort int port) {
		this.inbox = inbox;
		this.redis = redis;
		this.admin = Api.admin(port);
		this.labour = this.admin.withRole("official", "labour");
	}

	@Test
	void claimedAnsweredDelivered() {
		Citizen citizen = citizen();
		String number = this.admin.question(citizen, "labour", "Не приходит пособие на ребёнка, куда обратиться");

		JsonNode claimed = this.labour.post("/questions/" + number + "/claim", null).is(200);
		assertThat(claimed.at("/status").asString()).isEqualTo("claimed");
		assertThat(claimed.at("/assignee").asString()).startsWith("token:official");
		JsonNode answered = this.labour
			.post("/questions/" + number + "/replies", Map.of("text", "Пособие назначено.", "publish", true))
			.is(200);

		assertThat(answered.at("/status").asString()).isEqualTo("answered");
		assertThat(citizen.reads()).contains("№ " + number, "Пособие назначено.");
		JsonNode last = this.labour.get("/questions/" + number).is(200).at("/timeline").valueStream().toList().getLast();
		assertThat(last.at("/kind").asString()).isEqualTo("replied");
		assertThat(last.at("/text").asString()).isEqualTo("Пособие назначено.");
		assertThat(last.at("/delivery").asString()).isIn("queued", "delivered");
	}

	@Test
	void aQuestionHasExactlyTheContractsFields() {
		Citizen citizen = citizen();
		String number = this.admin.question(citizen, "labour", "Когда придёт пенсия " + Instant.now());
		citizen.sendsPhoto("вот справка");
		citizen.reads();

		Api.Answer answer = this.labour.get("/questions/" + number);

		JsonNode question = answer.is(200);
		assertThat(question.propertyNames()).containsExactlyInAnyOrder("number", "status", "agency", "intent", "confidence",
				"because", "model", "language", "channel", "text", "attachments", "receivedAt", "dueAt", "assignee",
				"version", "rating", "timeline");
		assertThat(answer.header("ETag")).isEqualTo("\"" + question.at("/version").asInt() + "\"");
		assertThat(question.at("/intent").isNull() || question.at("/intent").isString()).isTrue();
		assertThat(question.at("/assignee").isNull()).isTrue();
		assertThat(question.at("/rating").isNull()).isTrue();
		assertThat(question.at("/channel").asString()).isEqualTo("web");
		assertThat(Instant.parse(question.at("/receivedAt").asString())).isBefore(Instant.now().plusSeconds(1));
		JsonNode file = question.at("/attachments/0");
		assertThat(file.propertyNames()).containsExactlyInAnyOrder("id", "kind", "name", "mimeType", "size", "latitude",
				"longitude");
		assertThat(file.at("/kind").asString()).isEqualTo("photo");
		question.at("/timeline")
			.forEach(line -> assertThat(line.propertyNames()).contains("at", "kind", "by", "text")
				.isSubsetOf("at", "kind", "by", "text", "delivery"));
		assertThat(answer.raw().body()).doesNotContain(citizen.conversation().chat(), "file-1");
	}

	@Test
	void somethingIsAskedOfTheCitizen() {
		Citizen citizen = citizen();
		String number = this.admin.question(citizen, "labour", "Не платят зарплату третий месяц");

		JsonNode asked = this.labour
			.post("/questions/" + number + "/replies", Map.of("text", "Как называется организация?", "final", false))
			.is(200);

		assertThat(asked.at("/status").asString()).isEqualTo("waiting-for-citizen");
		assertThat(citizen.reads()).contains("Как называется организация?");
	}

	@Test
	void releasedNotedExtendedClosed() {
		String number = question();
		this.labour.post("/questions/" + number + "/claim", null).is(200);
		assertThat(this.labour.post("/questions/" + number + "/release", null).is(200).at("/status").asString())
			.isEqualTo("new");
		JsonNode noted = this.labour.post("/questions/" + number + "/notes", Map.of("text", "звонили")).is(200);
		assertThat(noted.at("/timeline").valueStream().toList().getLast().at("/kind").asString()).isEqualTo("noted");
		Instant later = Instant.parse(noted.at("/dueAt").asString()).plus(5, ChronoUnit.DAYS);
		JsonNode extended = this.labour
			.post("/questions/" + number + "/extend", Map.of("until", later.toString(), "reason", "нужна проверка"))
			.is(200);
		assertThat(Instant.parse(extended.at("/dueAt").asString())).isEqualTo(later);
		JsonNode closed = this.labour.post("/questions/" + number + "/close", Map.of("reason", "повтор")).is(200);
		assertThat(closed.at("/status").asString()).isEqualTo("closed");
		assertThat(this.labour.post("/questions/" + number + "/claim", null)
			.isProblem(409, "wrong-status")
			.at("/questionStatus").asString()).isEqualTo("closed");
	}

	@Test
	void transferredToAnotherAgencyAndTopic() {
		String number = question();

		JsonNode moved = this.labour
			.post("/questions/" + number + "/transfer",
					Map.of("agency", "akimat", "intent", "garbage", "note", "это вывоз мусора"))
			.is(200);

		assertThat(moved.at("/agency").asString()).isEqualTo("akimat");
		assertThat(moved.at("/intent").asString()).isEqualTo("garbage");
		this.labour.get("/questions/" + number).isProblem(404, "not-found");
		this.admin.post("/questions/" + number + "/transfer", Map.of("agency", "nobody")).isProblem(422, "unusable");
	}

	@Test
	void whoHoldsItIsTold() {
		String number = question();
		Api colleague = this.admin.withRole("official", "labour");
		JsonNode claimed = colleague.post("/questions/" + number + "/claim", null).is(200);

		JsonNode problem = this.labour.post("/questions/" + number + "/claim", null).isProblem(409, "held");

		assertThat(problem.at("/heldBy").asString()).isEqualTo(claimed.at("/assignee").asString());
		this.labour.post("/questions/" + number + "/replies", Map.of("text", "да")).isProblem(409, "held");
		Api lead = this.admin.withRole("lead", "labour");
		lead.post("/questions/" + number + "/claim", null).isProblem(409, "held");
		lead.post("/questions/" + number + "/claim", null, "If-Match", claimed.at("/version").asString()).is(200);
	}

	@Test
	void ofTwoAdministratorsWhoAnswerAtOnceOneDoes() throws Exception {
		String number = question();
		Api other = this.admin.withRole("admin");
		try (var threads = java.util.concurrent.Executors.newFixedThreadPool(2)) {
			var answers = threads.invokeAll(java.util.List.of(
					() -> this.admin.post("/questions/" + number + "/replies", Map.of("text", "раз")).status(),
					() -> other.post("/questions/" + number + "/replies", Map.of("text", "два")).status()));
			assertThat(java.util.List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
		}
		assertThat(this.admin.get("/questions/" + number).is(200).at("/timeline").findValuesAsString("kind"))
			.containsOnlyOnce("replied");
	}

	@Test
	void aChangeBasedOnAnOlderVersionIsRefused() {
		String number = question();
		int version = this.labour.get("/questions/" + number).json().at("/version").asInt();
		this.labour.post("/questions/" + number + "/claim", null, "If-Match", "\"" + version + "\"").is(200);

		JsonNode problem = this.labour
			.post("/questions/" + number + "/notes", Map.of("text", "заметка"), "If-Match", Integer.toString(version))
			.isProblem(409, "moved");

		assertThat(problem.at("/version").asInt()).isEqualTo(version + 1);
		this.labour
			.post("/questions/" + number + "/notes", Map.of("text", "заметка"), "If-Match",
					"\"" + (version + 1) + "\"")
			.is(200);
		this.labour.post("/questions/" + number + "/release", null, "If-Match", "*").is(200);
		this.labour.post("/questions/" + number + "/claim", null, "If-Match", "\"latest\"").isProblem(400, "invalid");
	}

	@Test
	void ofManyWhoClaimAtOnceOneHoldsIt() throws Exception {
		String number = question();
		List<Api> officials = IntStream.range(0, 4).mapToObj(i -> this.admin.withRole("official", "labour")).toList();

		List<Integer> statuses = atOnce(
				officials.stream().map(api -> claim(api, number)).toList());

		assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
	}

	@Test
	void ofTwoRepliesAtOnceOneGoesOut() throws Exception {
		Citizen citizen = citizen();
		String number = this.admin.question(citizen, "labour", "Как встать на учёт по безработице");
		String version = Integer.toString(this.labour.get("/questions/" + number).json().at("/version").asInt());
		Api moderator = this.admin.withRole("moderator");

		List<Integer> statuses = atOnce(List.of(
				() -> this.labour.post("/questions/" + number + "/replies", Map.of("text", "первый"), "If-Match", version)
					.status(),
				() -> moderator.post("/questions/" + number + "/replies", Map.of("text", "второй"), "If-Match", version)
					.status()));

		assertThat(statuses).containsExactlyInAnyOrder(200, 409);
		long replies = this.admin.get("/questions/" + number)
			.json()
			.at("/timeline")
			.valueStream()
			.filter(line -> line.at("/kind").asString().equals("replied"))
			.count();
		assertThat(replies).isEqualTo(1);
	}

	@Test
	void whatCannotBeUsedIsRefused() {
		String path = "/questions/" + question();

		assertThat(this.labour.post(path + "/replies", Map.of()).isProblem(400, "invalid").at("/field").asString())
			.isEqualTo("text");
		this.labour.post(path + "/replies", Map.of("text", "  ")).isProblem(422, "unusable");
		this.labour.post(path + "/replies", Map.of("text", "я".repeat(16_001))).isProblem(422, "unusable");
		this.labour.post(path + "/replies", Map.of("text", 5)).isProblem(400, "invalid");
		this.labour.post(path + "/replies", "{\"text\": \"да\", \"final\": \"no\"}").isProblem(400, "invalid");
		this.labour.post(path + "/close", Map.of("reason", "")).isProblem(422, "unusable");
		this.labour.post(path + "/extend", Map.of("until", "tomorrow", "reason", "так")).isProblem(400, "invalid");
		this.labour.post(path + "/extend", Map.of("until", "2030-01-01T00:00:00Z", "reason", "так"))
			.isProblem(422, "unusable");
		this.labour.post(path + "/extend", Map.of("until", "2020-01-01T00:00:00Z", "reason", "так"))
			.isProblem(422, "unusable");
	}

	@Test
	void aMistypedNumberIsToldApartFromAMissingQuestion() {
		String number = question();
		String mistyped = ((number.charAt(0) == '7') ? '8' : '7') + number.substring(1);

		assertThat(this.labour.get("/questions/" + mistyped).isProblem(404, "not-found").at("/detail").asString())
			.isEqualTo("check the number: one character may be wrong");
		assertThat(this.labour.get("/questions/" + number.toLowerCase(java.util.Locale.ROOT).replace("-", "")).is(200)
			.at("/number").asString()).isEqualTo(number);
	}

	@Test
	void whoTheCitizenIsLeavesATrace() {
		Citizen citizen = citizen();
		String number = this.admin.question(citizen, "labour", "Не начислили стаж");

		JsonNode who = this.labour.get("/questions/" + number + "/citizen").is(200);

		assertThat(who.at("/id").asString()).isEqualTo(citizen.conversation().chat());
		assertThat(who.at("/channel").asString()).isEqualTo("web");
		List<Map<String, String>> lines = this.redis.<String, String>opsForStream()
			.range("{audit}", org.springframework.data.domain.Range.unbounded())
			.stream()
			.map(line -> line.getValue())
			.filter(line -> line.get("number").equals(number))
			.toList();
		assertThat(lines).singleElement().satisfies(line -> {
			assertThat(line.get("who")).startsWith("token:official");
			assertThat(line.get("what")).isEqualTo("looked-at-citizen");
			assertThat(Instant.parse(line.get("at"))).isNotNull();
		});
	}

	private String question() {
		return this.admin.question(this.inbox, this.redis, "labour");
	}

	private Citizen citizen() {
		return new Citizen(this.inbox, this.redis, "ru");
	}

	private static Callable<Integer> claim(Api api, String number) {
		return () -> api.post("/questions/" + number + "/claim", null).status();
	}

	private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
		CyclicBarrier start = new CyclicBarrier(calls.size());
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Integer>> running = calls.stream().map(call -> threads.submit(() -> {
				start.await();
				return call.call();
			})).toList();
			List<Integer> statuses = new java.util.ArrayList<>();
			for (Future<Integer> status : running) {
				statuses.add(status.get());
			}
			return statuses;
		}
	}

}
