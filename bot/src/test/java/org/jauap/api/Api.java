package org.jauap.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jauap.Citizen;
import org.jauap.channel.Inbox;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A client of the API, for tests: {@code api.official("akimat").post(…)}. */
public final class Api {

	static final String ADMIN_TOKEN = "test-token-of-the-administrator";

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final String base;

	private final @Nullable String token;

	Api(int port, @Nullable String token) {
		this("http://localhost:" + port, token);
	}

	private Api(String base, @Nullable String token) {
		this.base = base;
		this.token = token;
	}

	public static Api admin(int port) {
		return new Api(port, ADMIN_TOKEN);
	}

	/**
	 * An answer.
	 *
	 * @param json the body; a missing node when there is none
	 */
	public record Answer(int status, JsonNode json, HttpResponse<String> raw) {

		/** Asserts the status and goes on with the body. */
		public JsonNode is(int expected) {
			assertThat(this.status).as(this.raw.request().method() + " " + this.raw.uri() + " → " + this.raw.body())
				.isEqualTo(expected);
			return this.json;
		}

		/** Asserts that it is a problem of this type. */
		JsonNode isProblem(int expected, String type) {
			is(expected);
			assertThat(header("Content-Type")).startsWith("application/problem+json");
			assertThat(this.json.at("/type").asString()).isEqualTo("urn:jauap:problem:" + type);
			assertThat(this.json.at("/status").asInt()).isEqualTo(expected);
			assertThat(this.json.at("/title").asString()).isNotBlank();
			assertThat(this.json.at("/detail").asString()).isNotBlank();
			return this.json;
		}

		String header(String name) {
			return this.raw.headers().firstValue(name).orElse("");
		}

	}

	public Api with(@Nullable String otherToken) {
		return new Api(this.base, otherToken);
	}

	/** Somebody with this role for these agencies; made by this administrator. */
	public Api withRole(String role, String... agencies) {
		JsonNode made = post("/tokens",
				Map.of("name", role + " " + UUID.randomUUID(), "role", role, "agencies", List.of(agencies)))
			.is(201);
		return with(made.at("/token").asString());
	}

	public Answer get(String path, String... headers) {
		return send("GET", path, null, headers);
	}

	public Answer post(String path, @Nullable Object body, String... headers) {
		return send("POST", path, body, headers);
	}

	public Answer send(String method, String path, @Nullable Object body, String... headers) {
		try {
			HttpResponse<String> response = CLIENT.send(request(method, path, body, headers),
					HttpResponse.BodyHandlers.ofString());
			JsonNode json = response.body().isEmpty() ? JsonMapper.shared().missingNode()
					: JsonMapper.shared().readTree(response.body());
			return new Answer(response.statusCode(), json, response);
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Opens a stream; its lines come as they are sent. */
	HttpResponse<java.util.stream.Stream<String>> stream(String path) {
		try {
			return CLIENT.send(request("GET", path, null), HttpResponse.BodyHandlers.ofLines());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private HttpRequest request(String method, String path, @Nullable Object body, String... headers) {
		HttpRequest.BodyPublisher publisher = (body == null) ? HttpRequest.BodyPublishers.noBody()
				: HttpRequest.BodyPublishers
					.ofString((body instanceof String text) ? text : JsonMapper.shared().writeValueAsString(body));
		String root = this.base + (path.startsWith("/v3") ? "" : "/api/v1");
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
			.timeout(Duration.ofSeconds(30))
			.method(method, publisher);
		List<String> all = new ArrayList<>(Arrays.asList(headers));
		if (body != null && !all.contains("Content-Type")) {
			all.addAll(List.of("Content-Type", "application/json"));
		}
		if (this.token != null) {
			all.addAll(List.of("Authorization", "Bearer " + this.token));
		}
		return all.isEmpty() ? request.build() : request.headers(all.toArray(String[]::new)).build();
	}

	/** A question in this agency's queue, asked by a citizen and routed by a person; its number. */
	String question(Inbox inbox, StringRedisTemplate redis, String agency) {
		return question(new Citizen(inbox, redis, "ru"), agency, "Не вывозят мусор со двора " + UUID.randomUUID());
	}

	String question(Citizen citizen, String agency, String words) {
		citizen.writes(words);
		String card = citizen.reads();
		if (!card.contains("№")) {
			citizen.tapsData("triage:1");
			card = citizen.reads();
		}
		String number = Citizen.number(card);
		if (!get("/questions/" + number).is(200).at("/agency").asString().equals(agency)) {
			post("/questions/" + number + "/transfer", Map.of("agency", agency)).is(200);
			citizen.reads();
		}
		return number;
	}

}
