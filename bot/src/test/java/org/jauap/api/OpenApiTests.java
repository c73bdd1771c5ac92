package org.jauap.api;

import java.util.List;

import org.jauap.GatewayTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The description that other systems' clients are made from. */
@GatewayTest
class OpenApiTests {

	private final JsonNode description;

	@Autowired
	OpenApiTests(@LocalServerPort int port) {
		this.description = new Api(port, null).get("/v3/api-docs").is(200);
	}

	@Test
	void hasEveryCall() {
		assertThat(this.description.at("/paths").propertyNames()).containsExactlyInAnyOrder("/api/v1/agencies",
				"/api/v1/classify", "/api/v1/questions", "/api/v1/questions/{number}", "/api/v1/questions/{number}/claim",
				"/api/v1/questions/{number}/release", "/api/v1/questions/{number}/replies",
				"/api/v1/questions/{number}/transfer", "/api/v1/questions/{number}/notes",
				"/api/v1/questions/{number}/close", "/api/v1/questions/{number}/extend",
				"/api/v1/questions/{number}/citizen", "/api/v1/archive", "/api/v1/archive/{number}", "/api/v1/stats",
				"/api/v1/events", "/api/v1/models/reload", "/api/v1/tokens", "/api/v1/tokens/{id}", "/api/v1/officials",
				"/api/v1/officials/{name}");
	}

	@Test
	void saysWhatMayGoWrong() {
		JsonNode claim = this.description.at("/paths/~1api~1v1~1questions~1{number}~1claim/post");

		assertThat(claim.at("/responses").propertyNames()).contains("200", "400", "401", "403", "404", "409", "422", "503");
		assertThat(claim.at("/parameters").valueStream().map(parameter -> parameter.at("/name").asString()))
			.containsExactlyInAnyOrder("number", "Idempotency-Key", "If-Match");
		assertThat(this.description.at("/components/securitySchemes/bearer/scheme").asString()).isEqualTo("bearer");
		assertThat(this.description.at("/paths/~1api~1v1~1agencies/get/security").isEmpty()).isTrue();
	}

	@Test
	void namesEveryOperationOnce() {
		List<String> names = this.description.findValuesAsString("operationId");

		assertThat(names).doesNotHaveDuplicates().noneMatch(name -> name.contains("_"));
	}

}
