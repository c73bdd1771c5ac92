package org.jauap.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jauap.GatewayProcess;
import org.jauap.redis.RedisProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** One thing wrong with the configuration or the surroundings: the start ends with one line that says how to mend it. */
class StartupProblemsTests {

	private static final Path FOLDER = Path.of("target", "test-data", "startup-" + ProcessHandle.current().pid());

	private static final String CATALOGUE = "catalogue.yaml";

	private static final Map<String, Future<End>> ENDS = new HashMap<>();

	private static RedisProcess evicting;

	private static RedisProcess locked;

	private static ServerSocket taken;

	/** What is wrong, and what the line must say of it. */
	record Wrong(String what, Map<String, String> environment, List<String> told) {

		@Override
		public String toString() {
			return this.what;
		}

	}

	private record End(int exitCode, String output) {
	}

	@BeforeAll
	static void startAllTwoAtATime() throws IOException {
		evicting = RedisProcess.start(FOLDER.resolve("evicting"), "--maxmemory-policy", "allkeys-lru");
		locked = RedisProcess.start(FOLDER.resolve("locked"), "--requirepass", "right");
		taken = new ServerSocket(0);
		try (ExecutorService two = Executors.newFixedThreadPool(2)) {
			problems().forEach(wrong -> ENDS.put(wrong.what(), two.submit(() -> end(wrong))));
		}
	}

	@AfterAll
	static void tidy() throws IOException {
		evicting.close();
		locked.close();
		taken.close();
	}

	@ParameterizedTest
	@MethodSource("problems")
	void theStartEndsWithOneLine(Wrong wrong) throws ExecutionException, InterruptedException {
		End end = ENDS.get(wrong.what()).get();

		assertThat(end.exitCode()).as(end.output()).isEqualTo(1);
		List<String> lines = end.output().lines().filter(line -> line.startsWith("Jauap can't start: ")).toList();
		assertThat(lines).as(end.output()).singleElement().asString().contains(wrong.told());
		assertThat(end.output()).doesNotContain("\tat ", "Caused by", "Training the model", " ERROR ", " WARN ",
				"Error starting ApplicationContext")
			.doesNotContain("secret");
	}

	static Stream<Wrong> problems() throws IOException {
		Path file = Files.writeString(Files.createDirectories(FOLDER).resolve("a-file"), "").toAbsolutePath();
		return Stream.of(wrong("port is no number", "SERVER_PORT", "abc", "'abc'"),
				wrong("port in use", "SERVER_PORT", port(), port() + " is in use"),
				wrong("data folder under a file", "DATA_DIR", file + "/data", "writable"),
				wrong("configuration folder missing", "CONFIG_DIR", "/no/such/folder", "/no/such/folder"),
				wrong("Redis URL of no known kind", "REDIS_URL", "http://user:secret@redis", "redis://[user:password@]"),
				wrong("Redis URL without a host", "REDIS_URL", "redis://", "redis://[user:password@]"),
				wrong("no Redis there", "REDIS_URL", "redis://:secret@127.0.0.1:1", "127.0.0.1:1", "refused", "runs"),
				wrong("wrong password", "REDIS_URL", of(locked, ":secret@"), "password is wrong"),
				wrong("no password", "REDIS_URL", of(locked, ""), "wants a password"),
				new Wrong("Redis that evicts", Map.of("REDIS_URL", of(evicting, "")),
						List.of("maxmemory-policy allkeys-lru", "set maxmemory-policy noeviction")),
				wrong("token with a space", "ADMIN_API_TOKEN", "a secret", "without spaces"),
				wrong("bot's token without its number", "TELEGRAM_BOT_TOKEN", "secret", "@BotFather"),
				wrong("Bot API at no URL", "TELEGRAM_API_URL", "api.example.org", "'api.example.org'"),
				wrong("rate is no number", "TELEGRAM_RATE", "fast", "'fast'"),
				wrong("time-out is no time", "ASK_TIMEOUT", "soon", "'soon'"),
				wrong("public URL with a space", "PUBLIC_URL", "http://a b", "'http://a b'"),
				catalogue("code twice", text -> text.replace("code: labour", "code: interior"), "'interior'", "twice"),
				catalogue("language missing", text -> text.replace(", en: \"Ministry of Health\"", ""), "'health'",
						"'en' is missing"),
				catalogue("unknown intent", text -> text.replace("      pension:", "      pensions:"),
						"'labour.pensions'", "CONFIG_DIR/intents"),
				catalogue("no YAML", text -> "agencies:\n  - code: [interior\n  - code: labour\n", "line 3"),
				catalogue("empty", text -> "", "empty"),
				config("text in one language only", "texts/kk.properties", "help.more = Тағы", "help.more",
						"all three languages"),
				config("holiday that is no day", "calendar.yaml", """
						time-zone: "Asia/Almaty"
						working-hours: {from: "09:00", until: "18:00"}
						holidays: ["2026-13-01"]
						""", "calendar.yaml, holidays", "2026-13-01"));
	}

	private static Wrong wrong(String what, String variable, String value, String... told) {
		List<String> expected = new java.util.ArrayList<>(List.of(told));
		if (!what.equals("port in use")) {
			expected.add(variable);
		}
		return new Wrong(what, Map.of(variable, value), expected);
	}

	private static Wrong catalogue(String what, UnaryOperator<String> mistake, String... told) throws IOException {
		String good = Files.readString(Path.of("..", "config", CATALOGUE));
		String bad = mistake.apply(good);
		assertThat(bad).isNotEqualTo(good);
		return config(what, CATALOGUE, bad, told);
	}

	private static Wrong config(String what, String name, String content, String... told) throws IOException {
		Path folder = FOLDER.resolve("config of " + what).toAbsolutePath();
		Files.createDirectories(folder.resolve(name).getParent());
		Files.writeString(folder.resolve(name), content);
		return new Wrong(what, Map.of("CONFIG_DIR", folder.toString()), List.of(told));
	}

	private static String of(RedisProcess redis, String credentials) {
		return (redis == null) ? "" : redis.url().replace("://", "://" + credentials);
	}

	private static String port() {
		return (taken == null) ? "" : Integer.toString(taken.getLocalPort());
	}

	private static End end(Wrong wrong) {
		Map<String, String> environment = new HashMap<>(Map.of("MODELS_DIR", FOLDER.resolve("no-models").toString()));
		environment.putAll(wrong.environment());
		try (GatewayProcess gateway = GatewayProcess.start(FOLDER.resolve(wrong.what()), environment)) {
			return new End(gateway.awaitEnd(Duration.ofSeconds(60)), gateway.output());
		}
		catch (UncheckedIOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
