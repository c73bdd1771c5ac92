package org.jauap.api;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.jauap.GatewayTest;
import org.jauap.channel.Inbox;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The stream of events: what a token may read, as it happens, and nothing else. */
@GatewayTest
class EventsTests {

	private final Inbox inbox;

	private final StringRedisTemplate redis;

	private final Api admin;

	@Autowired
	EventsTests(Inbox inbox, StringRedisTemplate redis, @LocalServerPort int port) {
		this.inbox = inbox;
		this.redis = redis;
		this.admin = Api.admin(port);
	}

	@Test
	void onlyOnesOwnAgency() {
		List<String> lines = new CopyOnWriteArrayList<>();
		var response = this.admin.withRole("official", "labour").stream("/events");
		assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
		try (Stream<String> stream = response.body()) {
			Thread.ofVirtual().start(() -> read(stream, lines));
			Awaitility.await().until(() -> lines.contains(":open"));

			String foreign = this.admin.question(this.inbox, this.redis, "akimat");
			String own = this.admin.question(this.inbox, this.redis, "labour");
			this.admin.post("/questions/" + foreign + "/claim", null).is(200);
			this.admin.post("/questions/" + own + "/claim", null).is(200);
			this.admin.post("/questions/" + own + "/transfer", Map.of("agency", "akimat")).is(200);
			this.admin.post("/questions/" + own + "/claim", null).is(200);
			String last = this.admin.question(this.inbox, this.redis, "labour");

			Awaitility.await().until(() -> lines.stream().anyMatch(line -> line.contains(last)));
			assertThat(lines).noneMatch(line -> line.contains(foreign)).contains("event:question");
			assertThat(kinds(lines, own)).contains("transferred", "claimed").containsOnlyOnce("claimed");
			assertThat(lines.stream().filter(line -> line.startsWith("id:" + own))).isNotEmpty();
		}
	}

	private static void read(Stream<String> stream, List<String> lines) {
		try {
			stream.forEach(lines::add);
		}
		catch (UncheckedIOException _) {
			// The test has seen enough.
		}
	}

	private static List<String> kinds(List<String> lines, String number) {
		return lines.stream()
			.filter(line -> line.startsWith("data:") && line.contains(number))
			.map(line -> JsonMapper.shared().readTree(line.substring(5)).at("/kind").asString())
			.toList();
	}

}
