package org.jauap.channel.telegram;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.jauap.Citizen;
import org.jauap.GatewayTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A citizen in Telegram and the running gateway: from the update that Telegram has to the message that it gets. */
@GatewayTest
class TelegramStoryTests {

	private static final FakeTelegram TELEGRAM = new FakeTelegram();

	/** Redis remembers earlier runs: updates and chats are new in each. */
	private static final int RUN = ThreadLocalRandom.current().nextInt(1_000, 1_000_000) * 1_000;

	private static final AtomicInteger UPDATES = new AtomicInteger(RUN);

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	@DynamicPropertySource
	static void telegram(DynamicPropertyRegistry properties) {
		properties.add("jauap.data-dir", () -> "target/test-data/telegram-story");
		properties.add("jauap.telegram.token", () -> FakeTelegram.TOKEN);
		properties.add("jauap.telegram.api-url", TELEGRAM::url);
	}

	@AfterAll
	static void stop() {
		TELEGRAM.close();
	}

	@Test
	void aQuestionIsRegisteredAndCorrectedByATap() {
		writes(RUN + 71, "во дворе уже неделю не вывозят мусор, контейнеры переполнены");

		JsonNode card = awaitMessage(RUN + 71, 0);
		assertThat(Citizen.number(card.path("text").asString(""))).isNotEmpty();
		assertThat(card.path("entities").get(0).path("type").asString("")).isEqualTo("bold");
		assertThat(card.has("parse_mode")).isFalse();

		taps(RUN + 71, card.at("/reply_markup/inline_keyboard/0/0/callback_data").asString(""));

		await().atMost(PATIENCE).until(() -> !TELEGRAM.calls("answerCallbackQuery").isEmpty());
		await().atMost(PATIENCE)
			.until(() -> sent(RUN + 71).count() + TELEGRAM.calls("editMessageText").size() > 1);
	}

	@Test
	void anUpdateThatComesTwiceIsOneQuestion() {
		String update = text(RUN + 72, "отключили горячую воду во всём доме, третий день");
		TELEGRAM.hasUpdate(update);
		TELEGRAM.hasUpdate(update);

		awaitMessage(RUN + 72, 0);
		await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> sent(RUN + 72).count() == 1);
	}

	@Test
	void aStickerIsAnsweredKindly() {
		sends(RUN + 73, "\"sticker\": {\"file_id\": \"x\"}");

		assertThat(awaitMessage(RUN + 73, 0).path("text").asString("")).isNotBlank();
	}

	@Test
	void aGroupIsLeftAfterOneLine() {
		TELEGRAM.hasUpdate("""
				{"update_id": %d, "my_chat_member": {"chat": {"id": %d, "type": "supergroup", "title": "Двор"},
				 "date": 1795500000, "from": {"id": 9, "language_code": "ru"}, "old_chat_member": {"status": "left"},
				 "new_chat_member": {"status": "member"}}}""".formatted(UPDATES.incrementAndGet(), -RUN));

		awaitMessage(-RUN, 0);
		await().atMost(PATIENCE)
			.until(() -> TELEGRAM.calls("leaveChat")
				.stream()
				.anyMatch(call -> call.path("chat_id").asString("").equals("" + -RUN)));
	}

	@Test
	void aPauseThatTelegramAsksForLosesNothing() {
		TELEGRAM.nextSaysQuiet("sendMessage", 1);

		writes(RUN + 74, "/start");

		await().atMost(PATIENCE).until(() -> sent(RUN + 74).count() == 2);
	}

	private static void writes(long chat, String text) {
		TELEGRAM.hasUpdate(text(chat, text));
	}

	private static String text(long chat, String text) {
		return message(chat, "\"text\": \"" + text + "\"");
	}

	private static void sends(long chat, String fields) {
		TELEGRAM.hasUpdate(message(chat, fields));
	}

	private static void taps(long chat, String data) {
		int update = UPDATES.incrementAndGet();
		TELEGRAM.hasUpdate("""
				{"update_id": %d, "callback_query": {"id": "c%d", "from": {"id": %d, "language_code": "ru"}, "data": "%s",
				 "message": {"message_id": 1001, "date": 1795500000, "chat": {"id": %d, "type": "private"}}}}"""
			.formatted(update, update, chat, data, chat));
	}

	private static String message(long chat, String fields) {
		int update = UPDATES.incrementAndGet();
		return """
				{"update_id": %d, "message": {"message_id": %d, "date": 1795500000, "chat": {"id": %d, "type": "private"},
				 "from": {"id": %d, "is_bot": false, "first_name": "А", "language_code": "ru"}, %s}}"""
			.formatted(update, update, chat, chat, fields);
	}

	private static JsonNode awaitMessage(long chat, int index) {
		await().atMost(PATIENCE).until(() -> sent(chat).count() > index);
		return sent(chat).toList().get(index);
	}

	private static Stream<JsonNode> sent(long chat) {
		List<JsonNode> all = TELEGRAM.calls("sendMessage");
		return all.stream().filter(call -> call.path("chat_id").asString("").equals(Long.toString(chat)));
	}

}
