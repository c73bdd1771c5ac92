package org.jauap.channel.telegram;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import okhttp3.HttpUrl;
import org.jauap.channel.Attachment;
import org.jauap.channel.Button;
import org.jauap.channel.Channel;
import org.jauap.channel.Conversation;
import org.jauap.channel.Delivery;
import org.jauap.channel.OutgoingMessage;
import org.jauap.nlp.Language;
import org.jauap.text.RichText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.Resource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What goes out to a Bot API server, and what each of its answers means. */
@ExtendWith(OutputCaptureExtension.class)
class SendingTests {

	private static final FakeTelegram TELEGRAM = new FakeTelegram();

	private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

	private final Link link = new Link(Clock.systemUTC());

	@BeforeEach
	void quiet() {
		TELEGRAM.forget();
	}

	@AfterAll
	static void stop() {
		TELEGRAM.close();
	}

	@Test
	void plainTextWithEntitiesAndButtons() {
		RichText text = new RichText("№ 4F7K-Q9M2-X\n<b>_*", List.of(new RichText.Bold(2, 11)));
		List<List<Button>> buttons = List.of(
				List.of(new Button.Tap("Не то ведомство", "wrong:1"), new Button.Link("Портал", "https://egov.kz/a")));

		assertThat(deliver(message("7", text, buttons, null, true))).isInstanceOf(Delivery.Delivered.class);

		assertThat(TELEGRAM.calls("sendMessage")).containsExactly(JsonMapper.shared().readTree("""
				{"chat_id": "7", "text": "№ 4F7K-Q9M2-X\\n<b>_*", "disable_notification": true,
				 "entities": [{"type": "bold", "offset": 2, "length": 11}], "link_preview_options": {"is_disabled": true},
				 "reply_markup": {"inline_keyboard": [[{"text": "Не то ведомство", "callback_data": "wrong:1"},
				                                       {"text": "Портал", "url": "https://egov.kz/a"}]]}}"""));
	}

	@Test
	void replacingAnEarlierText() {
		assertThat(deliver(message("7", RichText.plain("новое"), List.of(), "90", false)))
			.isEqualTo(new Delivery.Delivered("90"));

		JsonNode edit = TELEGRAM.calls("editMessageText").getFirst();
		assertThat(edit.path("message_id").asInt(0)).isEqualTo(90);
		assertThat(edit.path("text").asString("")).isEqualTo("новое");
		assertThat(TELEGRAM.calls("sendMessage")).isEmpty();
	}

	@Test
	void replacingWithTheSameTextIsDelivered() {
		TELEGRAM.nextSaysNo("editMessageText", 400, "Bad Request: message is not modified: specified new …");

		assertThat(deliver(message("7", RichText.plain("a"), List.of(), "90", false)))
			.isEqualTo(new Delivery.Delivered("90"));
	}

	@Test
	void whatCannotBeReplacedIsSentAnew() {
		TELEGRAM.nextSaysNo("editMessageText", 400, "Bad Request: message to edit not found");

		assertThat(deliver(message("7", RichText.plain("a"), List.of(), "90", false)))
			.isInstanceOfSatisfying(Delivery.Delivered.class, sent -> assertThat(sent.messageId()).isNotEqualTo("90"));
	}

	static Stream<Arguments> answers() {
		return Stream.of(
				no(403, "Forbidden: bot was blocked by the user", Delivery.CitizenLeft.class),
				no(403, "Forbidden: user is deactivated", Delivery.CitizenLeft.class),
				no(400, "Bad Request: chat not found", Delivery.CitizenLeft.class),
				no(400, "Bad Request: PEER_ID_INVALID", Delivery.CitizenLeft.class),
				no(400, "Bad Request: message is too long", Delivery.Refused.class),
				no(413, "Request Entity Too Large", Delivery.Refused.class),
				no(401, "Unauthorized", Delivery.TryLater.class), no(404, "Not Found", Delivery.TryLater.class),
				no(500, "Internal Server Error", Delivery.TryLater.class),
				no(502, "Bad Gateway", Delivery.TryLater.class),
				arguments("a proxy's 502", html(502), Delivery.Uncertain.class),
				arguments("a proxy's 504", html(504), Delivery.Uncertain.class),
				arguments("a captive portal", html(200), Delivery.Uncertain.class),
				arguments("a firewall's 403", html(403), Delivery.TryLater.class),
				arguments("a redirection", html(302), Delivery.TryLater.class),
				arguments("a proxy's 429", html(429).withHeader("Retry-After", "9"), Delivery.Throttled.class),
				arguments("no JSON", FakeTelegram.json(200, "{\"ok\": tr"), Delivery.Uncertain.class),
				arguments("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), Delivery.Uncertain.class),
				arguments("closed", aResponse().withFault(Fault.EMPTY_RESPONSE), Delivery.Uncertain.class),
				arguments("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE), Delivery.Uncertain.class),
				arguments("half an answer", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
						Delivery.Uncertain.class));
	}

	@ParameterizedTest(name = "{0}: {2}")
	@MethodSource("answers")
	void anAnswersMeaning(String name, ResponseDefinitionBuilder answer, Class<? extends Delivery> expected,
			CapturedOutput output) {
		TELEGRAM.next("sendMessage", answer);

		Delivery delivery = deliver(notice());

		assertThat(delivery).isInstanceOf(expected);
		assertThat(TELEGRAM.calls("sendMessage")).as("one try").hasSize(1);
		assertThat(delivery.toString() + output).doesNotContain(FakeTelegram.TOKEN);
		assertThat(this.metrics.get("jauap.telegram.sends").tag("outcome", Outcome.name(delivery)).counter().count())
			.isEqualTo(1);
	}

	@Test
	void pauseIsAsLongAsTelegramSays() {
		TELEGRAM.nextSaysQuiet("sendMessage", 17);

		assertThat(deliver(notice())).isEqualTo(new Delivery.Throttled(Duration.ofSeconds(17)));
	}

	@Test
	void okWhoseMessageNobodyUnderstandsIsDelivered() {
		TELEGRAM.next("sendMessage",
				FakeTelegram.json(200, "{\"ok\": true, \"result\": {\"message_id\": 5, \"chat\": \"tomorrow's\"}}"));

		assertThat(deliver(notice())).isEqualTo(new Delivery.Delivered("5"));
	}

	@Test
	void messageIsKnownByTelegramsId() {
		TELEGRAM.next("sendMessage", FakeTelegram.json(200, "{\"ok\": true, \"result\": {\"message_id\": 777}}"));

		assertThat(deliver(notice())).isEqualTo(new Delivery.Delivered("777"));
	}

	@Test
	void nothingIsWrittenWhenTheGateSaysNo() {
		assertThat(channel(TELEGRAM.url()).deliver(notice(), () -> false)).isInstanceOf(Delivery.TryLater.class);

		assertThat(TELEGRAM.calls("sendMessage")).isEmpty();
	}

	@Test
	void refusedConnectionIsNeverUncertain(CapturedOutput output) throws IOException {
		AtomicInteger asked = new AtomicInteger();

		Delivery delivery = channel(closedPort()).deliver(notice(), () -> asked.incrementAndGet() > 0);

		assertThat(delivery).isInstanceOf(Delivery.TryLater.class);
		assertThat(asked).hasValue(0);
		assertThat(delivery.toString() + output).doesNotContain(FakeTelegram.TOKEN);
	}

	@Test
	void unknownHostIsTriedLater() {
		assertThat(channel("http://nowhere.invalid").deliver(notice(), () -> true)).isInstanceOf(Delivery.TryLater.class);
	}

	@Test
	void noTlsWhereItWasExpectedIsTriedLater() {
		assertThat(channel(TELEGRAM.url().replace("http:", "https:")).deliver(notice(), () -> true))
			.isInstanceOf(Delivery.TryLater.class);
	}

	@Test
	void circuitOpensAfterRefusedConnectionsInARow() throws IOException {
		Channel channel = channel(closedPort());
		IntStream.range(0, 5).forEach(i -> channel.deliver(notice(), () -> true));

		assertThat(channel.deliver(notice(), () -> true))
			.isEqualTo(new Delivery.TryLater(Duration.ofSeconds(10), "Telegram can't be reached"));
	}

	@Test
	void refusalsDontOpenTheCircuit() {
		TelegramChannel channel = channel(TELEGRAM.url());
		for (int i = 0; i < 10; i++) {
			TELEGRAM.nextSaysNo("sendMessage", 403, "Forbidden: bot was blocked by the user");
			channel.deliver(notice(), () -> true);
		}

		assertThat(channel.deliver(notice(), () -> true)).isInstanceOf(Delivery.Delivered.class);
	}

	@Test
	void baseAddressMayHaveAPath() {
		assertThat(channel(TELEGRAM.url() + "/bot-api/").deliver(notice(), () -> true))
			.isInstanceOf(Delivery.Delivered.class);
	}

	@Test
	void groupIsLeftAfterTheLine() {
		deliver(message("-100200", RichText.plain("Я работаю только в личных сообщениях."), List.of(), null, false));

		await().untilAsserted(() -> assertThat(TELEGRAM.calls("leaveChat"))
			.containsExactly(JsonMapper.shared().readTree("{\"chat_id\": \"-100200\"}")));
	}

	@Test
	void fileIsFetchedWhenItIsRead() throws IOException {
		Resource file = channel(TELEGRAM.url()).open(Attachment.file("document", "f", "справка.pdf", null, 8L));

		assertThat(file.getFilename()).isEqualTo("справка.pdf");
		assertThat(file.contentLength()).isEqualTo(8);
		assertThat(file.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("the file");
		assertThat(file.toString()).doesNotContain(FakeTelegram.TOKEN);
	}

	@Test
	void tooLargeFileIsSaidSo() {
		TELEGRAM.nextSaysNo("getFile", 400, "Bad Request: file is too big");
		TelegramChannel channel = channel(TELEGRAM.url());

		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> channel.open(Attachment.file("video", "f", null, null, null)))
			.withMessageContaining("20 MB");
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> channel.open(Attachment.file("video", "f", null, null, 21_000_000L)))
			.withMessageContaining("20 MB");
	}

	private Delivery deliver(OutgoingMessage message) {
		return channel(TELEGRAM.url()).deliver(message, () -> true);
	}

	private TelegramChannel channel(String url) {
		BotApi api = new BotApi(HttpUrl.get(url), FakeTelegram.TOKEN);
		return new TelegramChannel(api, 30,
				CircuitBreaker.of("telegram", TelegramConfiguration.circuit(Duration.ofSeconds(10))),
				new Courtesies(api, this.metrics), this.link, this.metrics);
	}

	private static OutgoingMessage notice() {
		return message("7", RichText.plain("Вопрос принят."), List.of(), null, false);
	}

	private static OutgoingMessage message(String chat, RichText text, List<List<Button>> buttons, String replaces,
			boolean silent) {
		return new OutgoingMessage("m1", new Conversation("telegram", chat), OutgoingMessage.Kind.NOTICE, Language.RU,
				text, buttons, null, 0, replaces, silent, false);
	}

	private static String closedPort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return "http://127.0.0.1:" + socket.getLocalPort();
		}
	}

	private static Arguments no(int code, String description, Class<? extends Delivery> expected) {
		return arguments(code + " " + description,
				FakeTelegram.json(code, "{\"ok\": false, \"error_code\": " + code + ", \"description\": \"" + description + "\"}"),
				expected);
	}

	private static ResponseDefinitionBuilder html(int status) {
		return aResponse().withStatus(status)
			.withHeader("Content-Type", "text/html")
			.withBody("<html><body>" + status + "</body></html>");
	}

}
