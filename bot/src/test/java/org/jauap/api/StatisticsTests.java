package org.jauap.api;

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

/** What a question's life adds to the figures. */
@GatewayTest
class StatisticsTests {

	private final Inbox inbox;

	private final StringRedisTemplate redis;

	private final Api admin;

	@Autowired
	StatisticsTests(Inbox inbox, StringRedisTemplate redis, @LocalServerPort int port) {
		this.inbox = inbox;
		this.redis = redis;
		this.admin = Api.admin(port);
	}

	@Test
	void aReplyAndARatingCount() {
		Citizen citizen = new Citizen(this.inbox, this.redis, "ru");
		String number = this.admin.question(citizen, "justice", "Как получить справку о несудимости");
		JsonNode before = stats();
		this.admin.post("/questions/" + number + "/replies", Map.of("text", "На портале.")).is(200);
		citizen.reads();
		citizen.tapsData("solved:" + number.replace("-", ""));
		citizen.reads();
		citizen.tapsData("rate:" + number.replace("-", "") + ":5");
		citizen.reads();

		JsonNode after = stats();

		assertThat(after.at("/questions/replied").asInt()).isEqualTo(before.at("/questions/replied").asInt() + 1);
		assertThat(after.at("/inTime").asDouble()).isEqualTo(1.0);
		assertThat(after.at("/firstAnswer/medianSeconds").asLong()).isPositive();
		assertThat(after.at("/resolution/p90Seconds").asLong()).isPositive();
		assertThat(after.at("/satisfaction/count").asInt()).isEqualTo(before.at("/satisfaction/count").asInt() + 1);
		assertThat(after.at("/satisfaction/average").asDouble()).isEqualTo(5.0);
		assertThat(after.at("/queues/answered").asInt()).isEqualTo(before.at("/queues/answered").asInt() + 1);
	}

	@Test
	void theWholeIsTheSumOfWhatOneMayRead() {
		this.admin.question(this.inbox, this.redis, "justice");

		JsonNode all = this.admin.get("/stats").is(200);

		assertThat(all.propertyNames()).containsExactlyInAnyOrder("from", "to", "agency", "questions", "byLanguage",
				"firstAnswer", "resolution", "inTime", "satisfaction", "routingAccuracy", "queues");
		assertThat(all.at("/agency").isNull()).isTrue();
		assertThat(all.at("/questions/registered").asInt()).isPositive();
		assertThat(all.at("/byLanguage/ru").asInt()).isPositive();
		assertThat(all.at("/routingAccuracy").asDouble()).isBetween(0.0, 1.0);
		JsonNode nothing = this.admin.withRole("official").get("/stats").is(200);
		assertThat(nothing.at("/questions/registered").asInt()).isZero();
		assertThat(nothing.at("/routingAccuracy").isNull()).isTrue();
		assertThat(this.admin.get("/stats?from=2020-01-01&to=2020-12-31").is(200).at("/questions/registered").asInt())
			.isZero();
	}

	private JsonNode stats() {
		return this.admin.get("/stats?agency=justice").is(200);
	}

}
