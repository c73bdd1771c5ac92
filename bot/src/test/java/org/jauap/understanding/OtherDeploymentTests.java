package org.jauap.understanding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.jauap.Citizen;
import org.jauap.api.Api;
import org.jauap.channel.Inbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A harbour town far away, with its own catalogue, messages in one language and a model that is exchanged while it runs. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "jauap.accounts.admin-password=correct horse battery",
				"jauap.accounts.admin-api-token=test-token-of-the-administrator", "server.shutdown=immediate" })
@DirtiesContext
class OtherDeploymentTests {

	private static final Path HOME = Path.of("target/test-data/other-deployment-" + ProcessHandle.current().pid());

	private static final Path CONFIG = HOME.resolve("config");

	private static final Path MODELS = HOME.resolve("models");

	private static final String CATALOGUE = """
			agencies:
			  - code: harbour
			    name: {kk: Порт, ru: Порт, en: Harbour office}
			    deadline: 5
			    intents:
			      mooring: {kk: Айлақ, ru: Стоянка, en: Mooring a boat}
			      fishing: {kk: Балық аулау, ru: Рыбалка, en: Fishing licences}
			  - code: library
			    name: {kk: Кітапхана, ru: Библиотека, en: Town library}
			    deadline: 5
			    intents:
			      cards: {kk: Билет, ru: Билет, en: Library cards}
			  - code: lighthouse
			    name: {kk: Маяк, ru: Маяк, en: Lighthouse}
			    deadline: 5
			    intents:
			      visits: {kk: Сапар, ru: Экскурсии, en: Visits}
			""";

	private static final Map<String, List<String>> MESSAGES = Map.of("harbour.mooring",
			List.of("where can i moor my sailing boat", "how much is a berth for one night", "a berth for a yacht of ten metres",
					"my boat needs a mooring for the winter", "the mooring fee seems too high", "somebody took my berth at the pier",
					"is there electricity at the pier for boats", "can i leave my yacht at the pier for a week"),
			"harbour.fishing",
			List.of("do i need a licence to fish from the pier", "fishing licence for tourists", "how many cod may i catch",
					"my fishing licence has expired", "where do i buy a fishing licence", "is fishing with nets allowed",
					"may children fish without a licence", "what is the catch limit for herring"),
			"library.cards",
			List.of("how do i get a library card", "i lost my library card", "can my son borrow books with my card",
					"what does a library card cost", "renew my library card", "borrow books without a card",
					"i want to join the library", "how many books may i borrow at once"));

	private final Inbox inbox;

	private final StringRedisTemplate redis;

	private final Api admin;

	@Autowired
	OtherDeploymentTests(Inbox inbox, StringRedisTemplate redis, @LocalServerPort int port) {
		this.inbox = inbox;
		this.redis = redis;
		this.admin = Api.admin(port);
	}

	@DynamicPropertySource
	static void deployment(DynamicPropertyRegistry properties) throws IOException {
		write("catalogue.yaml", CATALOGUE);
		for (Map.Entry<String, List<String>> intent : MESSAGES.entrySet()) {
			write("intents/en/" + intent.getKey() + ".txt", String.join("\n", intent.getValue()) + "\n");
		}
		write("concepts/lighthouse.tsv", "lighthouse\tlighthouse.visits\t\t\tlighthouse*,lantern*,keeper*\tМаяк|Маяк|lighthouse\n");
		properties.add("jauap.data-dir", () -> HOME.resolve("data").toString());
		properties.add("jauap.models-dir", MODELS::toString);
		properties.add("jauap.config-dir", CONFIG::toString);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			a berth for my boat at the pier, how much | harbour | mooring
			where to buy a licence for fishing        | harbour | fishing
			my library card is lost                   | library | cards
			""")
	void itsOwnMessagesTeachIt(String text, String agency, String intent) {
		assertThat(understood(text)).isEqualTo(agency + "." + intent);
	}

	@Test
	void aTopicWithoutAnyMessageIsKnownByItsConcepts() {
		JsonNode found = this.admin.post("/classify", Map.of("text", "may one see the lighthouse and its lantern")).is(200);
		assertThat(found.at("/intent").asString()).isEqualTo("visits");
		assertThat(found.at("/because").valueStream().map(JsonNode::asString)).containsExactly("lighthouse");
	}

	@Test
	void aNewModelIsTakenIntoUseWhilePeopleWrite() throws IOException, InterruptedException {
		String before = version();
		AtomicBoolean over = new AtomicBoolean();
		Thread writers = Thread.ofVirtual().start(() -> {
			while (!over.get()) {
				Citizen citizen = new Citizen(this.inbox, this.redis, "en");
				citizen.writes("where can i moor my sailing boat");
				assertThat(citizen.reads()).isNotBlank();
			}
		});
		append("intents/en/harbour.mooring.txt", "the jetty planks are rotten\n");

		JsonNode reloaded = this.admin.post("/models/reload", null).is(200);
		over.set(true);
		writers.join();

		assertThat(reloaded.at("/previous").asString()).isEqualTo(before);
		assertThat(reloaded.at("/version").asString()).isNotEqualTo(before).isEqualTo(version());
		assertThat(understood("rotten planks on the jetty")).isEqualTo("harbour.mooring");
		Citizen citizen = new Citizen(this.inbox, this.redis, "en");
		citizen.writes("my library card is lost, how do i get a new library card");
		String card = citizen.reads();
		if (!card.contains("№")) {
			citizen.tapsData("triage:1");
			card = citizen.reads();
		}
		JsonNode question = this.admin.get("/questions/" + Citizen.number(card)).is(200);
		assertThat(question.at("/model").asString()).isEqualTo(version());
		assertThat(question.at("/because").isArray()).isTrue();
	}

	@Test
	void whatIsBrokenIsRefusedAndTheOldOneStays() throws IOException {
		String before = version();
		Path concepts = CONFIG.resolve("concepts/lighthouse.tsv");
		String good = Files.readString(concepts);
		append("concepts/lighthouse.tsv", "tower lighthouse.visits\n");
		assertThat(this.admin.post("/models/reload", null).is(422).at("/detail").asString())
			.contains("lighthouse.tsv:2: 5 or 6 columns expected", "the model in use stays");
		Files.writeString(concepts, good);

		Path file = newestModel();
		byte[] bytes = Files.readAllBytes(file);
		Files.write(file, "not a model".getBytes(StandardCharsets.UTF_8));
		assertThat(this.admin.post("/models/reload", null).is(422).at("/detail").asString())
			.contains(file.getFileName().toString(), "the model in use stays");
		Files.write(file, bytes);

		assertThat(version()).isEqualTo(before);
		assertThat(understood("my library card is lost")).isEqualTo("library.cards");
		this.admin.withRole("moderator").post("/models/reload", null).is(403);
	}

	private Path newestModel() throws IOException {
		try (Stream<Path> files = Files.list(MODELS)) {
			return files.filter(file -> file.getFileName().toString().startsWith(version().substring(0, 16)))
				.findFirst()
				.orElseThrow();
		}
	}

	private String version() {
		return this.admin.post("/classify", Map.of("text", "fishing licence")).is(200).at("/model").asString();
	}

	private String understood(String text) {
		JsonNode found = this.admin.post("/classify", Map.of("text", text)).is(200);
		return found.at("/agency").asString() + "." + found.at("/intent").asString();
	}

	private static void append(String name, String text) throws IOException {
		Files.writeString(CONFIG.resolve(name), text, StandardOpenOption.APPEND);
	}

	private static void write(String name, String text) throws IOException {
		Path file = CONFIG.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

}
