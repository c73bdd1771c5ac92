package org.jauap.channel.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import org.jauap.Citizen;
import org.jauap.GatewayTest;
import org.jauap.api.Api;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The main job through the front doors: an update comes in from Telegram, an official works by the API, the answer goes
 * out to Telegram.
 */
@GatewayTest
class WholeStoryTests {

	private static final FakeTelegram TELEGRAM = new FakeTelegram();

	private static final AtomicInteger IDS = new AtomicInteger(800_000_000);

	private static final AtomicInteger CHATS = new AtomicInteger(5000);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@LocalServerPort
	private int port;

	private Api moderator;

	@DynamicPropertySource
	static void telegram(DynamicPropertyRegistry properties) {
		properties.add("jauap.data-dir", () -> "target/test-data/whole-story-" + ProcessHandle.current().pid());
		properties.add("jauap.telegram.token", () -> FakeTelegram.TOKEN);
		properties.add("jauap.telegram.api-url", TELEGRAM::url);
		properties.add("jauap.telegram.rate", () -> "1000");
	}

	@BeforeEach
	void signIn() {
		this.moderator = Api.admin(this.port).withRole("moderator");
	}

	@AfterAll
	static void stop() {
		TELEGRAM.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ru | во дворе уже неделю не вывозят мусор, контейнеры переполнены | Акимат города | Решено
			kk | аулада бір апта бойы қоқыс шығарылмайды, контейнерлер толып кетті | Қала әкімдігі | Шешілді
			en | the garbage containers in our yard are full, rubbish was not collected for a week | City administration (akimat) | Solved
			""")
	void askedAnsweredRated(String language, String words, String agency, String solved) {
		int chat = CHATS.incrementAndGet();
		TELEGRAM.hasUpdate(text(chat, IDS.incrementAndGet(), words));
		String number = registeredNumber(chat);
		JsonNode question = this.moderator.get("/questions/" + number).is(200);
		assertThat(question.path("language").asString()).isEqualTo(language);
		assertThat(question.path("channel").asString()).isEqualTo("telegram");
		assertThat(question.path("text").asString()).isEqualTo(words);

		this.moderator.post("/questions/" + number + "/claim", Map.of()).is(200);
		this.moderator.post("/questions/" + number + "/replies", Map.of("text", "Будет вывезено завтра.")).is(200);

		JsonNode reply = awaitMessage(chat, "Будет вывезено завтра.");
		assertThat(reply.path("text").asString()).contains("№ " + number, agency);
		tap(chat, button(reply, solved));
		tap(chat, awaitMessage(chat, sent -> sent.at("/reply_markup/inline_keyboard/0").size() == 5)
			.at("/reply_markup/inline_keyboard/0/4/callback_data")
			.asString());
		await().atMost(PATIENCE)
			.until(() -> this.moderator.get("/questions/" + number).is(200).path("rating").asInt(0) == 5);
		JsonNode timeline = this.moderator.get("/questions/" + number).is(200).path("timeline");
		assertThat(timeline.findValuesAsString("kind")).containsSubsequence("registered", "claimed", "replied", "solved",
				"rated");
		assertThat(timeline.findValuesAsString("delivery")).containsOnly("delivered");
	}

	@Test
	void updatesThatComeTwiceAndOutOfOrderAreOneQuestionEach() {
		List<String> updates = new ArrayList<>();
		Set<Integer> chats = new HashSet<>();
		for (int i = 0; i < 40; i++) {
			int chat = CHATS.incrementAndGet();
			chats.add(chat);
			String update = text(chat, IDS.incrementAndGet(), "во дворе уже неделю не вывозят мусор, контейнеры переполнены");
			updates.add(update);
			updates.add(update);
		}
		Collections.shuffle(updates, new Random(7));

		updates.forEach(TELEGRAM::hasUpdate);

		await().atMost(PATIENCE).until(() -> chats.stream().allMatch(chat -> !messages(chat).isEmpty()));
		assertThat(chats).allSatisfy(chat -> assertThat(messages(chat)).hasSize(1));
	}

	@Test
	void anAgencyNeverSeesAnothersQuestion() {
		int chat = CHATS.incrementAndGet();
		TELEGRAM.hasUpdate(text(chat, IDS.incrementAndGet(),
				"во дворе уже неделю не вывозят мусор, контейнеры переполнены"));
		String number = registeredNumber(chat);
		Api other = Api.admin(this.port).withRole("official", "transport");

		other.get("/questions/" + number).is(404);
		other.post("/questions/" + number + "/claim", Map.of()).is(404);
		assertThat(other.get("/questions").is(200).path("items").findValuesAsString("number")).doesNotContain(number);
	}

	@Test
	void aReplyLongerThanTelegramTakesArrivesWholeAndInOrder() {
		int chat = CHATS.incrementAndGet();
		TELEGRAM.hasUpdate(text(chat, IDS.incrementAndGet(),
				"во дворе уже неделю не вывозят мусор, контейнеры переполнены"));
		String number = registeredNumber(chat);
		String words = "Длинный ответ со многими словами и смайлом 👩‍👩‍👧‍👦. ".repeat(150).strip();

		this.moderator.post("/questions/" + number + "/replies", Map.of("text", words)).is(200);

		await().atMost(PATIENCE).until(() -> joined(chat).contains(words));
		assertThat(messages(chat)).allSatisfy(
				part -> assertThat(part.path("text").asString().length()).isLessThanOrEqualTo(4096));
	}

	private static String joined(int chat) {
		return String.join(" ", messages(chat).stream().map(sent -> sent.path("text").asString()).toList())
			.replaceAll("\\s+", " ");
	}

	/** The number on the card; where the classifier asked back, the first topic is tapped. */
	private String registeredNumber(int chat) {
		JsonNode card = awaitMessage(chat, 0);
		if (!card.path("text").asString().contains("№")) {
			tap(chat, card.at("/reply_markup/inline_keyboard/0/0/callback_data").asString());
			card = awaitMessage(chat, 1);
		}
		return Citizen.number(card.path("text").asString());
	}

	private static void tap(int chat, String data) {
		TELEGRAM.hasUpdate("""
				{"update_id": %1$d, "callback_query": {"id": "c%1$d", "from": {"id": %2$d, "language_code": "ru"},
				 "data": "%3$s", "message": {"message_id": 1001, "date": 1795500000,
				 "chat": {"id": %2$d, "type": "private"}}}}""".formatted(IDS.incrementAndGet(), chat, data));
	}

	private static String text(int chat, int id, String text) {
		return """
				{"update_id": %1$d, "message": {"message_id": %1$d, "date": 1795500000,
				 "chat": {"id": %2$d, "type": "private"},
				 "from": {"id": %2$d, "is_bot": false, "first_name": "А", "language_code": "ru"}, "text": "%3$s"}}"""
			.formatted(id, chat, text);
	}

	private static String button(JsonNode message, String label) {
		for (JsonNode row : message.at("/reply_markup/inline_keyboard")) {
			for (JsonNode button : row) {
				if (button.path("text").asString().equals(label)) {
					return button.path("callback_data").asString();
				}
			}
		}
		throw new AssertionError("no button '" + label + "' in " + message);
	}

	private static JsonNode awaitMessage(int chat, int index) {
		await().atMost(PATIENCE).until(() -> messages(chat).size() > index);
		return messages(chat).get(index);
	}

	private static JsonNode awaitMessage(int chat, String words) {
		return awaitMessage(chat, sent -> sent.path("text").asString().contains(words));
	}

	private static JsonNode awaitMessage(int chat, Predicate<JsonNode> wanted) {
		return await().atMost(PATIENCE)
			.until(() -> messages(chat).stream().filter(wanted).findFirst().orElse(null), java.util.Objects::nonNull);
	}

	private static List<JsonNode> messages(int chat) {
		return TELEGRAM.calls("sendMessage")
			.stream()
			.filter(call -> call.path("chat_id").asString("").equals(Integer.toString(chat)))
			.toList();
	}

}
