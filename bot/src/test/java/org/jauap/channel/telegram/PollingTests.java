package org.jauap.channel.telegram;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import okhttp3.HttpUrl;
import org.jauap.channel.Inboxes;
import org.jauap.redis.Partition;
import org.jauap.redis.RealRedis;
import org.jauap.text.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.Mockito;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.domain.Range;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Long polling: nothing is confirmed before it is safe, and nothing stops it. */
@ExtendWith(OutputCaptureExtension.class)
class PollingTests {

	private static final FakeTelegram TELEGRAM = new FakeTelegram();

	private final Severable redis = new Severable(RealRedis.empty());

	private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

	private final Link link = new Link(Clock.systemUTC());

	private final BotApi api = new BotApi(HttpUrl.get(TELEGRAM.url()), FakeTelegram.TOKEN);

	private final Poller poller = poller();

	@BeforeEach
	void quiet() {
		TELEGRAM.forget();
	}

	@AfterAll
	static void stop() {
		TELEGRAM.close();
	}

	@Test
	void updateIsConfirmedOnlyByTheCallAfterItWasKept() {
		TELEGRAM.hasUpdate(text(501, 7, "су жоқ"));
		TELEGRAM.hasUpdate(text(502, 8, "нет воды"));

		assertThat(this.poller.perform()).isZero();

		assertThat(accepted()).containsExactlyInAnyOrder("су жоқ", "нет воды");
		assertThat(TELEGRAM.unconfirmed()).isEqualTo(2);
		this.poller.perform();
		assertThat(TELEGRAM.unconfirmed()).isZero();
		assertThat(TELEGRAM.calls("getUpdates")).extracting(call -> call.path("offset").asLong(-1)).containsExactly(0L, 503L);
	}

	@Test
	void onlyWhatIsUnderstoodIsAskedFor() {
		this.poller.perform();

		assertThat(TELEGRAM.calls("getUpdates").getFirst().path("allowed_updates").toString())
			.isEqualTo("[\"message\",\"edited_message\",\"callback_query\",\"my_chat_member\"]");
	}

	@Test
	void whileRedisIsAwayUpdatesWaitAtTelegram() {
		TELEGRAM.hasUpdate(text(501, 7, "first"));
		this.redis.away = true;

		assertThat(this.poller.perform()).isPositive();
		assertThat(this.poller.perform()).isPositive();

		assertThat(TELEGRAM.unconfirmed()).isEqualTo(1);
		assertThat(this.link.troubles()).containsKey(Link.Part.RECEIVING);
		this.redis.away = false;
		assertThat(this.poller.perform()).isZero();
		assertThat(accepted()).containsExactly("first");
		assertThat(this.link.troubles()).isEmpty();
	}

	@Test
	void restartTakesTheSameUpdateOnce() {
		TELEGRAM.hasUpdate(text(501, 7, "once"));
		this.poller.perform();

		Poller restarted = poller();
		restarted.begin();
		restarted.perform();

		assertThat(accepted()).containsExactly("once");
		assertThat(this.metrics.get("jauap.updates").tag("outcome", "repeated").counter().count()).isEqualTo(1);
	}

	static Stream<ResponseDefinitionBuilder> badDays() {
		return Stream.of(no(500), no(502), no(409), no(401), no(404),
				aResponse().withStatus(502).withBody("<html>bad gateway</html>"),
				aResponse().withStatus(200).withBody("<html>pay for the wifi</html>"),
				aResponse().withStatus(200).withBody("{\"ok\": true, \"result\": ["),
				aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), aResponse().withFault(Fault.EMPTY_RESPONSE),
				aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
	}

	@ParameterizedTest
	@MethodSource("badDays")
	void badDayPasses(ResponseDefinitionBuilder answer, CapturedOutput output) {
		TELEGRAM.hasUpdate(text(501, 7, "still here"));
		TELEGRAM.next("getUpdates", answer);

		assertThat(this.poller.perform()).isBetween(Duration.ofMillis(750), Duration.ofMillis(1_250));
		assertThat(this.poller.perform()).isZero();

		assertThat(accepted()).containsExactly("still here");
		assertThat(this.link.troubles()).isEmpty();
		assertThat(output).doesNotContain(FakeTelegram.TOKEN).doesNotContain("still here");
	}

	@Test
	void backsOffMoreAndMoreAndLogsOnce(CapturedOutput output) {
		for (int i = 0; i < 12; i++) {
			TELEGRAM.nextSaysNo("getUpdates", 500, "Internal Server Error");
		}

		List<Duration> waits = Stream.generate(this.poller::perform).limit(12).toList();

		assertThat(waits.get(3)).isGreaterThan(waits.get(0));
		assertThat(waits.getLast()).isBetween(Duration.ofMillis(22_500), Duration.ofMillis(37_500));
		assertThat(output.toString().lines().filter(line -> line.contains("receiving: does not work"))).hasSize(1);
	}

	@Test
	void pauseThatTelegramAsksForIsKept() {
		TELEGRAM.nextSaysQuiet("getUpdates", 120);

		assertThat(this.poller.perform()).isEqualTo(Duration.ofSeconds(120));
	}

	@Test
	void webhookOfAnEarlierConfigurationIsRemovedAndNothingDropped() {
		TELEGRAM.next("getWebhookInfo",
				FakeTelegram.json(200, "{\"ok\": true, \"result\": {\"url\": \"https://old.example/\"}}"));

		this.poller.begin();

		assertThat(TELEGRAM.calls("deleteWebhook"))
			.containsExactly(JsonMapper.shared().readTree("{\"drop_pending_updates\": false}"));
	}

	@Test
	void conflictRemovesAWebhookOnce() {
		TELEGRAM.nextSaysNo("getUpdates", 409, "Conflict: can't use getUpdates method while webhook is active");
		TELEGRAM.nextSaysNo("getUpdates", 409, "Conflict: terminated by other getUpdates request");

		this.poller.perform();
		this.poller.perform();

		assertThat(TELEGRAM.calls("deleteWebhook")).hasSize(1);
	}

	@Test
	void nothingInAnUpdateStopsTheNext() {
		Stream.of("{\"update_id\": 501, \"hologram\": {\"text\": \"?\"}}",
				"{\"update_id\": 502, \"message\": {\"chat\": {\"id\": 7, \"type\": \"private\"}, \"date\": 1e400}}",
				"{\"update_id\": 503, \"message\": [\"nonsense\"]}", "{\"no\": \"update\"}",
				"{\"update_id\": 504, \"message\": {\"chat\": {\"id\": 7, \"type\": \"private\"}, \"text\": {}}}",
				text(505, 7, "after all that"))
			.forEach(TELEGRAM::hasUpdate);

		assertThat(this.poller.perform()).isZero();
		this.poller.perform();

		assertThat(accepted()).containsExactly("after all that");
		assertThat(TELEGRAM.calls("getUpdates").getLast().path("offset").asLong(0)).isEqualTo(506);
	}

	@Test
	void whatCannotBeTranslatedIsSetAsideOnce(CapturedOutput output) {
		// Beyond the last date that there is.
		String poison = text(501, 7, "secret words").replace("1795500000", Long.toString(Long.MAX_VALUE));
		TELEGRAM.hasUpdate(poison);
		TELEGRAM.hasUpdate(text(502, 7, "healthy"));

		this.poller.perform();
		poller().perform();

		assertThat(accepted()).containsExactly("healthy");
		List<String> parked = Partition.all()
			.stream()
			.flatMap(cell -> this.redis.<String, String>opsForStream().range(cell.key("parked"),
					Range.unbounded()).stream())
			.map(entry -> entry.getValue().get("update"))
			.toList();
		assertThat(parked).hasSize(1).first().asString().contains("secret words");
		assertThat(output).doesNotContain("secret words");
	}

	@Test
	void everyTapIsAnsweredEvenAStaleOne() {
		TELEGRAM.hasUpdate("""
				{"update_id": 501, "callback_query": {"id": "c1", "from": {"id": 7}, "data": "wrong:1",
				 "message": {"message_id": 9, "date": 0, "chat": {"id": 7, "type": "private"}}}}""");
		TELEGRAM.hasUpdate("{\"update_id\": 502, \"callback_query\": {\"id\": \"c2\", \"from\": {\"id\": 7}}}");
		TELEGRAM.nextSaysNo("answerCallbackQuery", 400, "Bad Request: query is too old");

		assertThat(this.poller.perform()).isZero();

		await().untilAsserted(() -> assertThat(TELEGRAM.calls("answerCallbackQuery"))
			.extracting(call -> call.path("callback_query_id").asString(""))
			.containsExactlyInAnyOrder("c1", "c2"));
	}

	@Test
	void waitingCallEndsWhenItIsCancelled() {
		TELEGRAM.next("getUpdates", aResponse().withStatus(200).withFixedDelay(20_000));
		Thread polling = Thread.ofVirtual().start(this.poller::perform);
		await().until(() -> !TELEGRAM.calls("getUpdates").isEmpty());

		this.poller.cancel();

		await().atMost(Duration.ofSeconds(3)).until(() -> !polling.isAlive());
		assertThat(this.link.troubles()).isEmpty();
	}

	private Poller poller() {
		Texts texts = Mockito.mock(Texts.class, invocation -> "text");
		return new Poller(this.api, new Intake("4242", Inboxes.on(this.redis), this.redis,
				new Courtesies(this.api, this.metrics), this.metrics, Clock.systemUTC()), this.link,
				new MyCommands(this.api, texts, this.link), Duration.ofSeconds(1));
	}

	private List<String> accepted() {
		return Partition.all()
			.stream()
			.flatMap(cell -> this.redis.<String, String>opsForStream().range(cell.key("in"),
					Range.unbounded()).stream())
			.map(entry -> (JsonNode) JsonMapper.shared().readTree(entry.getValue().get("message")))
			.map(message -> message.at("/content/text").asString(""))
			.toList();
	}

	private static String text(int update, int chat, String text) {
		return """
				{"update_id": %d, "message": {"message_id": 55, "date": 1795500000, "chat": {"id": %d, "type": "private"},
				 "from": {"id": 7, "is_bot": false, "first_name": "А", "language_code": "kk"}, "text": "%s"}}"""
			.formatted(update, chat, text);
	}

	private static ResponseDefinitionBuilder no(int code) {
		return FakeTelegram.json(code,
				"{\"ok\": false, \"error_code\": " + code + ", \"description\": \"so it is\"}");
	}

}
