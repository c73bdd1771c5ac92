package org.jauap.channel.telegram;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import okhttp3.HttpUrl;
import org.jauap.channel.Conversation;
import org.jauap.channel.Inboxes;
import org.jauap.redis.RealRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Updates by webhook: real HTTP, real redis-server, a fake Telegram to register with. */
@SpringBootTest(classes = ChannelsOnly.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "jauap.data-dir=target/test-data/webhook", "jauap.telegram.webhook-url=https://jauap.example/gate",
				"jauap.telegram.token=" + FakeTelegram.TOKEN, "server.shutdown=immediate" })
class WebhookTests {

	private static final FakeTelegram TELEGRAM = new FakeTelegram();

	/** Redis remembers earlier runs: update ids are new in each. */
	private static final int RUN = ThreadLocalRandom.current().nextInt(1_000, 1_000_000) * 1_000;

	private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

	@Autowired
	private WebhookSecret secret;

	@Autowired
	private StringRedisTemplate redis;

	@Autowired
	private MeterRegistry metrics;

	@Autowired
	private TelegramHealth health;

	@LocalServerPort
	private int port;

	private final HttpClient http = HttpClient.newHttpClient();

	@DynamicPropertySource
	static void server(DynamicPropertyRegistry properties) {
		TELEGRAM.nextSaysQuiet("setMyCommands", 1);
		properties.add("jauap.telegram.api-url", TELEGRAM::url);
	}

	@AfterAll
	static void stop() {
		TELEGRAM.close();
	}

	@BeforeEach
	void emptyInbox() {
		this.redis.delete(inbox());
	}

	@Test
	void webhookIsRegisteredWithASecret() {
		await().untilAsserted(() -> assertThat(TELEGRAM.calls("setWebhook")).hasSize(1));

		JsonNode registration = TELEGRAM.calls("setWebhook").getFirst();
		assertThat(registration.path("url").asString("")).isEqualTo("https://jauap.example/gate/webhooks/telegram");
		assertThat(registration.path("secret_token").asString("")).isEqualTo(this.secret.value()).matches("[0-9a-f]{64}");
		assertThat(registration.path("allowed_updates")).hasSize(4);
		assertThat(this.redis.opsForValue().get("{tg:4242}:secret")).isEqualTo(this.secret.value());
	}

	@Test
	void commandsAreToldInEachLanguageInSpiteOfAPause() {
		await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(TELEGRAM.calls("setMyCommands")).hasSize(5));

		assertThat(TELEGRAM.calls("setMyCommands")).extracting(call -> call.path("language_code").asString("-"))
			.containsExactly("-", "-", "kk", "ru", "en");
		assertThat(TELEGRAM.calls("setMyCommands").getLast().path("commands")).extracting(
				command -> command.path("command").asString(""))
			.containsExactly("start", "ask", "my", "language", "help", "privacy");
	}

	@Test
	void healthTellsTheMode() {
		await().untilAsserted(() -> assertThat(this.health.health().getDetails()).containsEntry("mode", "webhook")
			.containsEntry("bot", "jauap_bot")
			.containsEntry("onDuty", true));
		assertThat(this.health.health().getStatus().getCode()).isEqualTo("UP");
	}

	@Test
	void updateIsAcceptedOnce() {
		String update = text(RUN + 1, "су жоқ");

		assertThat(delivers(update).statusCode()).isEqualTo(200);
		HttpResponse<String> again = delivers(update);

		assertThat(again.statusCode()).isEqualTo(200);
		assertThat(again.body()).isEmpty();
		assertThat(again.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(this.redis.opsForStream().size(inbox())).isEqualTo(1);
	}

	@Test
	void withoutTheSecretNothingHappens() {
		assertThat(delivers(text(RUN + 2, "forged"), "wrong").statusCode()).isEqualTo(403);
		assertThat(delivers(text(RUN + 2, "forged"), null).statusCode()).isEqualTo(403);
		assertThat(delivers("not JSON", null).statusCode()).isEqualTo(403);

		assertThat(this.redis.opsForStream().size(inbox())).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "not JSON", "{\"update_id\": 1", "[]", "{}", "17", "{\"update_id\": \"x\"}" })
	void whatIsNoUpdateIsABadRequest(String body) {
		assertThat(delivers(body).statusCode()).isEqualTo(400);
	}

	@Test
	void nestedBeyondReasonIsABadRequest() {
		assertThat(delivers("[".repeat(100_000)).statusCode()).isEqualTo(400);
	}

	@Test
	void moreThanAMegabyteIsTooLarge() {
		assertThat(delivers(" ".repeat(TelegramWebhook.LONGEST_BODY) + text(RUN + 3, "long")).statusCode()).isEqualTo(413);
		assertThat(delivers(text(RUN + 3, "x".repeat(TelegramWebhook.LONGEST_BODY / 2))).statusCode()).isEqualTo(200);
	}

	@Test
	void unknownKindIsAcknowledged() {
		assertThat(delivers("{\"update_id\": 9004, \"hologram\": {\"text\": \"?\"}}").statusCode()).isEqualTo(200);

		assertThat(this.metrics.get("jauap.updates").tags("kind", "other", "outcome", "silence").counter().count())
			.isPositive();
	}

	@Test
	void whileRedisIsAwayTelegramIsToldToComeAgain() throws Exception {
		Severable severable = new Severable(RealRedis.empty());
		BotApi api = new BotApi(HttpUrl.get(TELEGRAM.url()), FakeTelegram.TOKEN);
		Intake intake = new Intake("4242", Inboxes.on(severable), severable,
				new Courtesies(api, new SimpleMeterRegistry()), new SimpleMeterRegistry(), Clock.systemUTC());
		MockMvc webhook = MockMvcBuilders
			.standaloneSetup(new TelegramWebhook(new WebhookSecret("s"), intake, new Link(Clock.systemUTC())))
			.build();

		severable.away = true;
		webhook.perform(post("/webhooks/telegram").header(SECRET_HEADER, "s").content(text(1, "a")))
			.andExpect(status().isServiceUnavailable());
		severable.away = false;
		webhook.perform(post("/webhooks/telegram").header(SECRET_HEADER, "s").content(text(1, "a")))
			.andExpect(status().isOk());

		assertThat(severable.opsForStream().size(inbox())).isEqualTo(1);
	}

	private HttpResponse<String> delivers(String body) {
		return delivers(body, this.secret.value());
	}

	private HttpResponse<String> delivers(String body, String token) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/webhooks/telegram"))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body));
		if (token != null) {
			request.header(SECRET_HEADER, token);
		}
		try {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	private static String inbox() {
		return new Conversation("telegram", "7").partition().key("in");
	}

	private static String text(int update, String text) {
		return """
				{"update_id": %d, "message": {"message_id": 55, "date": 1795500000, "chat": {"id": 7, "type": "private"},
				 "from": {"id": 7, "is_bot": false, "first_name": "А"}, "text": "%s"}}""".formatted(update, text);
	}

}
