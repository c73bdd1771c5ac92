package org.jauap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.jauap.channel.Inboxes;
import org.jauap.channel.telegram.FakeTelegram;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The process dies, as by {@code kill -9}, at each place between a citizen's message and the confirmation; after the next
 * start there is exactly one question, and the citizen has exactly one confirmation.
 */
class KillTests {

	private static final Path FOLDER = Path.of("target", "test-data", "kill-" + ProcessHandle.current().pid());

	private static final String MATTER = "во дворе уже неделю не вывозят мусор, контейнеры переполнены";

	private static final int KILLED = 137;

	private static final int CHAT = 77;

	private static final Map<Death, Future<Aftermath>> AFTERMATHS = new HashMap<>();

	/**
	 * Where it dies.
	 *
	 * @param failpoint name of the place
	 * @param confirmations what the citizen has in the end
	 */
	record Death(Way way, String failpoint, int confirmations) {
	}

	/** How the message comes in. */
	private enum Way {

		/** From the web chat's page, which sends it again until it is accepted. */
		PAGE,
		/** The same channel, from the inbox on. */
		WEB,
		/** From the Bot API, which hands an update out until it is confirmed. */
		TELEGRAM

	}

	private record Aftermath(int questions, List<String> messages) {
	}

	@BeforeAll
	static void dieTwoAtATime() {
		GatewayProcess.prepareModel(FOLDER);
		try (ExecutorService two = Executors.newFixedThreadPool(2)) {
			deaths().forEach(death -> AFTERMATHS.put(death, two.submit(() -> dieAndStartAgain(death))));
		}
	}

	@ParameterizedTest
	@MethodSource("deaths")
	void oneQuestionAndOneConfirmation(Death death) throws Exception {
		Aftermath aftermath = AFTERMATHS.get(death).get();

		assertThat(aftermath.questions()).isEqualTo(1);
		assertThat(aftermath.messages()).as("confirmations, then what /my answers").hasSize(death.confirmations() + 1);
		assertThat(aftermath.messages()).filteredOn(text -> text.contains("№ ")).hasSize(death.confirmations());
		assertThat(aftermath.messages().getLast()).startsWith("Ваши вопросы");
	}

	static Stream<Death> deaths() {
		return Stream.of(new Death(Way.PAGE, "accepted", 1), new Death(Way.WEB, "before-apply", 1),
				new Death(Way.WEB, "applied", 1), new Death(Way.WEB, "reserved", 1),
				new Death(Way.WEB, "delivered", 1), new Death(Way.TELEGRAM, "accepted", 1),
				new Death(Way.TELEGRAM, "reserved", 1),
				// Nobody knows whether it left: a notice is not sent twice then, and may be missing. It is in /my.
				new Death(Way.TELEGRAM, "sending", 0), new Death(Way.TELEGRAM, "delivered", 1));
	}

	private static Aftermath dieAndStartAgain(Death death) throws Exception {
		Path folder = FOLDER.resolve(death.way() + "-" + death.failpoint());
		String option = "-Djauap.halt-at=" + death.failpoint();
		return switch (death.way()) {
			case PAGE -> page(folder, option);
			case WEB -> web(folder, option);
			case TELEGRAM -> telegram(folder, option);
		};
	}

	private static Aftermath page(Path folder, String option) throws Exception {
		ChatBrowser browser = new ChatBrowser();
		try (GatewayProcess first = GatewayProcess.start(folder, Map.of(), option).awaitReady()) {
			browser.opens(first);
			assertThat(browser.says("the-first-message", MATTER)).as("answered").isFalse();
			assertThat(first.awaitEnd(Duration.ofSeconds(30))).isEqualTo(KILLED);
			try (GatewayProcess second = GatewayProcess.start(folder, Map.of()).awaitReady()) {
				browser.opens(second);
				assertThat(browser.says("the-first-message", MATTER)).as("answered").isTrue();
				StringRedisTemplate redis = second.redis();
				return aftermath(new Citizen(browser.conversation(), Inboxes.on(redis), redis, "ru"), redis);
			}
		}
	}

	private static Aftermath web(Path folder, String option) {
		try (GatewayProcess first = GatewayProcess.start(folder, Map.of(), option).awaitReady()) {
			StringRedisTemplate redis = first.redis();
			Citizen citizen = new Citizen(Inboxes.on(redis), redis, "ru");
			citizen.writes(MATTER);
			assertThat(first.awaitEnd(Duration.ofSeconds(30))).isEqualTo(KILLED);
			try (GatewayProcess second = GatewayProcess.start(folder, Map.of()).awaitReady()) {
				return aftermath(citizen, redis);
			}
		}
	}

	private static Aftermath aftermath(Citizen citizen, StringRedisTemplate redis) {
		citizen.writes("/my");
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> citizen.received().stream().anyMatch(text -> text.startsWith("Ваши вопросы")));
		return new Aftermath(questions(redis), citizen.received());
	}

	private static Aftermath telegram(Path folder, String option) {
		try (FakeTelegram telegram = new FakeTelegram()) {
			Map<String, String> environment = Map.of("TELEGRAM_BOT_TOKEN", FakeTelegram.TOKEN, "TELEGRAM_API_URL",
					telegram.url());
			try (GatewayProcess first = GatewayProcess.start(folder, environment, option).awaitReady()) {
				StringRedisTemplate redis = first.redis();
				telegram.hasUpdate(update(1, MATTER));
				assertThat(first.awaitEnd(Duration.ofSeconds(30))).isEqualTo(KILLED);
				try (GatewayProcess second = GatewayProcess.start(folder, environment).awaitReady()) {
					telegram.hasUpdate(update(2, "/my"));
					Awaitility.await()
						.atMost(Duration.ofSeconds(60))
						.until(() -> sent(telegram).stream().anyMatch(text -> text.startsWith("Ваши вопросы")));
					return new Aftermath(questions(redis), sent(telegram));
				}
			}
		}
	}

	private static String update(int id, String text) {
		return """
				{"update_id": %d, "message": {"message_id": %d, "date": 1795500000, "text": "%s",
				 "chat": {"id": %d, "type": "private"}, "from": {"id": %d, "is_bot": false, "first_name": "А",
				 "language_code": "ru"}}}""".formatted(id, id, text, CHAT, CHAT);
	}

	private static List<String> sent(FakeTelegram telegram) {
		return telegram.calls("sendMessage")
			.stream()
			.filter(call -> call.path("chat_id").asLong(0) == CHAT)
			.map((JsonNode call) -> call.path("text").asString(""))
			.toList();
	}

	private static int questions(StringRedisTemplate redis) {
		return redis.keys("{p*}:q:*").size();
	}

}
