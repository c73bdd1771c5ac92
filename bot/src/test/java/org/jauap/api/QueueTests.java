package org.jauap.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jauap.Citizen;
import org.jauap.GatewayTest;
import org.jauap.channel.Inbox;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists: filters, order, and pages that lose and repeat nothing. */
@GatewayTest
class QueueTests {

	private final Inbox inbox;

	private final StringRedisTemplate redis;

	private final Api admin;

	/** Digits alone: letters would speak for a language. */
	private final String word = Long.toString(System.nanoTime());

	@Autowired
	QueueTests(Inbox inbox, StringRedisTemplate redis, @LocalServerPort int port) {
		this.inbox = inbox;
		this.redis = redis;
		this.admin = Api.admin(port);
	}

	@Test
	void pageByPage() {
		List<String> asked = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			asked.add(question("culture-sport"));
		}
		assertThat(pages("", 2)).containsExactlyInAnyOrderElementsOf(asked);
	}

	@Test
	void whatTheCitizenReopenedComesFirst() {
		List<String> others = List.of(question("culture-sport"), question("culture-sport"));
		Citizen citizen = new Citizen(this.inbox, this.redis, "ru");
		String reopened = this.admin.question(citizen, "culture-sport", "Вопрос о библиотеке и музее " + this.word);
		this.admin.post("/questions/" + reopened + "/claim", null).is(200);
		this.admin.post("/questions/" + reopened + "/replies", Map.of("text", "Библиотека открыта с девяти.")).is(200);
		assertThat(citizen.reads()).contains("Библиотека открыта");
		citizen.taps("Не решено");
		assertThat(citizen.reads()).contains("открыт снова");

		assertThat(numbers("&status=new,reopened")).startsWith(reopened).containsAll(others).hasSize(3);
		assertThat(pages("&status=new,reopened", 1)).isEqualTo(numbers("&status=new,reopened"));
	}

	@Test
	void filters() {
		String claimed = question("culture-sport");
		String assignee = this.admin.post("/questions/" + claimed + "/claim", null).is(200).at("/assignee").asString();
		String open = question("culture-sport");
		String elsewhere = question("labour");

		assertThat(numbers("")).containsExactlyInAnyOrder(claimed, open, elsewhere);
		assertThat(numbers("&agency=culture-sport")).containsExactlyInAnyOrder(claimed, open);
		assertThat(numbers("&agency=culture-sport&agency=labour")).hasSize(3);
		assertThat(numbers("&status=claimed")).containsExactly(claimed);
		assertThat(numbers("&status=new,claimed")).hasSize(3);
		assertThat(numbers("&status=new&status=claimed")).hasSize(3);
		assertThat(numbers("&assignee=" + assignee)).containsExactly(claimed);
		assertThat(numbers("&language=ru")).hasSize(3);
		assertThat(numbers("&language=en")).isEmpty();
		assertThat(numbers("&overdue=true")).isEmpty();
		assertThat(numbers("&intent=pension")).isEmpty();
		assertThat(new ArrayList<>(this.admin.get("/questions?q=" + open).is(200).at("/items").valueStream()
			.map(item -> item.at("/number").asString()).toList())).containsExactly(open);
	}

	@Test
	void officialsSeeTheirAgencies() {
		String own = question("culture-sport");
		question("labour");

		JsonNode page = this.admin.withRole("official", "culture-sport").get("/questions?q=" + this.word).is(200);

		assertThat(page.at("/items").valueStream().map(item -> item.at("/number").asString())).containsExactly(own);
	}

	private String question(String agency) {
		return this.admin.question(new Citizen(this.inbox, this.redis, "ru"), agency,
				"Вопрос о библиотеке и музее " + this.word);
	}

	private List<String> pages(String filter, int limit) {
		List<String> seen = new ArrayList<>();
		String cursor = "";
		do {
			JsonNode page = this.admin.get("/questions?limit=" + limit + "&q=" + this.word + filter + cursor).is(200);
			assertThat(page.at("/items").size()).isLessThanOrEqualTo(limit);
			page.at("/items").forEach(item -> seen.add(item.at("/number").asString()));
			cursor = page.at("/next").isNull() ? "" : "&cursor=" + page.at("/next").asString();
		}
		while (!cursor.isEmpty());
		return seen;
	}

	private List<String> numbers(String filter) {
		return this.admin.get("/questions?q=" + this.word + filter)
			.is(200)
			.at("/items")
			.valueStream()
			.map(item -> item.at("/number").asString())
			.toList();
	}

}
