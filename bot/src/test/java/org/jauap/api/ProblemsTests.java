package org.jauap.api;

import java.util.Map;

import org.jauap.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever goes wrong is told as a problem that names what to mend. */
@GatewayTest
class ProblemsTests {

	private final Api api;

	@Autowired
	ProblemsTests(@LocalServerPort int port) {
		this.api = Api.admin(port);
	}

	@ParameterizedTest
	@CsvSource({ "limit=0, limit", "limit=201, limit", "limit=many, limit", "status=lost, status", "language=fr, language",
			"agency=nobody, agency", "agency=labour&agency=nobody, agency", "cursor=made-up, cursor",
			"cursor=TmFOOng, cursor", "overdue=perhaps, overdue" })
	void parameters(String query, String field) {
		assertThat(this.api.get("/questions?" + query).isProblem(400, "invalid").at("/field").asString())
			.isEqualTo(field);
	}

	@ParameterizedTest
	@CsvSource({ "from=yesterday, from", "to=2026-13-01, to", "from=2026-11-30&to=2026-11-01, from",
			"from=2020-01-01&to=2026-11-01, from", "agency=nobody, agency" })
	void periods(String query, String field) {
		assertThat(this.api.get("/stats?" + query).isProblem(400, "invalid").at("/field").asString()).isEqualTo(field);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{                                | line 1
			[]                               | object
			"text"                           | object
			{"text": 5}                      | 'text'
			{"text": ["a"]}                  | 'text'
			{"text": null}                   | 'text'
			{"text": " "}                    | 'text'
			{}                               | 'text'
			{"text": "a", "language": "fr"}  | 'language'
			""")
	void bodies(String body, String named) {
		assertThat(this.api.post("/classify", body).isProblem(400, "invalid").at("/detail").asString()).contains(named);
	}

	@Test
	void noBodyAtAll() {
		assertThat(this.api.post("/classify", "").isProblem(400, "invalid").at("/detail").asString())
			.contains("missing");
	}

	@Test
	void aTextHasAnEnd() {
		this.api.post("/classify", Map.of("text", "я".repeat(16_000))).is(200);
		this.api.post("/classify", Map.of("text", "я".repeat(16_001))).isProblem(400, "invalid");
		this.api.post("/classify", Map.of("text", "a".repeat(BodyLimit.LARGEST))).isProblem(413, "too-large");
	}

	@Test
	void whatThereIsNot() {
		this.api.get("/nothing").isProblem(404, "not-found");
		this.api.post("/webhooks", Map.of()).isProblem(404, "not-found");
		Api.Answer method = this.api.send("DELETE", "/questions", null);
		method.isProblem(405, "method-not-allowed");
		assertThat(method.header("Allow")).contains("GET");
		this.api.get("/stats", "Accept", "application/xml").isProblem(406, "not-acceptable");
		this.api.post("/classify", "text=a", "Content-Type", "application/x-www-form-urlencoded")
			.isProblem(415, "unsupported-media-type");
		this.api.get("//questions").isProblem(400, "invalid");
	}

	@Test
	void redisAwayIsNotTheCallersFault() throws Exception {
		Problems problems = new Problems(JsonMapper.shared());
		MockHttpServletResponse response = new MockHttpServletResponse();

		problems.resolveException(new MockHttpServletRequest("GET", "/api/v1/questions"), response, null,
				new RedisConnectionFailureException("gone"));

		assertThat(response.getStatus()).isEqualTo(503);
		assertThat(response.getHeader("Retry-After")).isEqualTo("5");
		assertThat(response.getContentType()).startsWith("application/problem+json");
		assertThat(response.getContentAsString()).contains("urn:jauap:problem:unavailable").doesNotContain("gone");
	}

	@Test
	void aSurpriseTellsNothingOfItself() throws Exception {
		Problems problems = new Problems(JsonMapper.shared());
		MockHttpServletResponse response = new MockHttpServletResponse();

		problems.resolveException(new MockHttpServletRequest("GET", "/api/v1/questions"), response, null,
				new IllegalStateException("a citizen's words"));

		assertThat(response.getStatus()).isEqualTo(500);
		assertThat(response.getContentAsString()).contains("urn:jauap:problem:internal").doesNotContain("citizen");
	}

	@Test
	void pagesAreNotOurs() {
		assertThat(new Problems(JsonMapper.shared()).resolveException(new MockHttpServletRequest("GET", "/console"),
				new MockHttpServletResponse(), null, new IllegalStateException()))
			.isNull();
	}

	@Test
	void classification() {
		var answer = this.api.post("/classify", Map.of("text", "во дворе не вывозят мусор, контейнеры полные")).is(200);

		assertThat(answer.propertyNames()).containsExactlyInAnyOrder("language", "decision", "agency", "intent",
				"confidence", "because", "alternatives", "model");
		assertThat(answer.at("/language").asString()).isEqualTo("ru");
		assertThat(answer.at("/decision").asString()).isIn("route", "ask");
		assertThat(answer.at("/agency").asString()).isEqualTo("akimat");
		assertThat(answer.at("/intent").asString()).isEqualTo("garbage");
		assertThat(answer.at("/alternatives").size()).isBetween(1, 5);
		assertThat(answer.at("/alternatives/0").propertyNames()).containsExactlyInAnyOrder("agency", "intent",
				"confidence");
	}

}
