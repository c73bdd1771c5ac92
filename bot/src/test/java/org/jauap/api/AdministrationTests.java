package org.jauap.api;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jauap.GatewayTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Tokens and accounts, as a provisioning system makes them. */
@GatewayTest
class AdministrationTests {

	private static final String PASSWORD = "a long enough password";

	private final StringRedisTemplate redis;

	private final Api admin;

	private final String name = "o" + UUID.randomUUID();

	@Autowired
	AdministrationTests(StringRedisTemplate redis, @LocalServerPort int port) {
		this.redis = redis;
		this.admin = Api.admin(port);
	}

	@Test
	void aTokenIsShownOnceAndWorksUntilItIsDeleted() {
		JsonNode made = this.admin
			.post("/tokens", Map.of("name", this.name, "role", "official", "agencies", List.of("labour")))
			.is(201);
		String secret = made.at("/token").asString();
		assertThat(secret).matches("jauap_[A-Za-z0-9_-]{43}");
		assertThat(made.at("/createdBy").asString()).isEqualTo("token:admin-api");

		Api.Answer list = this.admin.get("/tokens");
		assertThat(list.is(200).at("/items").valueStream().map(token -> token.at("/name").asString()))
			.contains(this.name);
		assertThat(list.raw().body()).doesNotContain(secret);
		assertThat(this.redis.opsForHash().entries("{accounts}:tokens").toString()).doesNotContain(secret);

		this.admin.with(secret).get("/questions").is(200);
		this.admin.send("DELETE", "/tokens/" + made.at("/id").asString(), null).is(204);
		this.admin.with(secret).get("/questions").isProblem(401, "unauthorized");
		this.admin.send("DELETE", "/tokens/" + made.at("/id").asString(), null).isProblem(404, "not-found");
	}

	@Test
	void aTokensNameIsItsOwn() {
		Map<String, Object> token = Map.of("name", this.name, "role", "press");
		String id = this.admin.post("/tokens", token).is(201).at("/id").asString();

		this.admin.post("/tokens", token).isProblem(409, "taken");
		this.admin.send("DELETE", "/tokens/" + id, null).is(204);
		this.admin.post("/tokens", token).is(201);
		this.admin.post("/tokens", Map.of("name", "admin-api", "role", "press")).isProblem(400, "invalid");
		this.admin.post("/tokens", Map.of("name", "x", "role", "king")).isProblem(400, "invalid");
		this.admin.post("/tokens", Map.of("name", "x", "role", "press", "agencies", List.of("nobody")))
			.isProblem(400, "invalid");
		this.admin.post("/tokens", Map.of("role", "press")).isProblem(400, "invalid");
	}

	@Test
	void anAccountIsMadeAndChanged() {
		JsonNode made = this.admin
			.post("/officials", Map.of("name", this.name, "role", "official", "agencies", List.of("labour"), "position",
					"Chief specialist", "language", "kk", "password", PASSWORD))
			.is(201);
		assertThat(made.propertyNames()).containsExactlyInAnyOrder("name", "position", "role", "agencies", "language",
				"enabled", "createdAt");
		assertThat(made.at("/language").asString()).isEqualTo("kk");

		JsonNode changed = this.admin
			.send("PATCH", "/officials/" + this.name, Map.of("role", "lead", "agencies", List.of("akimat"), "enabled", false))
			.is(200);
		assertThat(changed.at("/role").asString()).isEqualTo("lead");
		assertThat(changed.at("/agencies/0").asString()).isEqualTo("akimat");
		assertThat(changed.at("/position").asString()).isEqualTo("Chief specialist");
		assertThat(changed.at("/enabled").asBoolean()).isFalse();
		assertThat(this.admin.get("/officials").raw().body()).contains(this.name).doesNotContain("bcrypt");
	}

	@Test
	void whatAnAccountCannotBe() {
		Map<String, Object> account = Map.of("name", this.name, "role", "press", "password", PASSWORD);
		this.admin.post("/officials", account).is(201);

		this.admin.post("/officials", account).isProblem(409, "taken");
		for (String wrong : List.of("A", "citizen", "token:x", "с кириллицей")) {
			this.admin.post("/officials", Map.of("name", wrong, "role", "press", "password", PASSWORD))
				.isProblem(400, "invalid");
		}
		for (String wrong : List.of("short", "я".repeat(37))) {
			this.admin.post("/officials", Map.of("name", "x" + this.name, "role", "press", "password", wrong))
				.isProblem(400, "invalid");
		}
		this.admin.send("PATCH", "/officials/nobody", Map.of()).isProblem(404, "not-found");
	}

	@Test
	void theLastAdministratorStays() {
		this.admin.get("/officials")
			.is(200)
			.at("/items")
			.valueStream()
			.filter(official -> official.at("/role").asString().equals("admin"))
			.map(official -> official.at("/name").asString())
			.filter(other -> !other.equals("admin"))
			.forEach(other -> this.admin.send("PATCH", "/officials/" + other, Map.of("enabled", false)).is(200));

		this.admin.send("PATCH", "/officials/admin", Map.of("enabled", false)).isProblem(409, "last-administrator");
		this.admin.send("PATCH", "/officials/admin", Map.of("role", "press")).isProblem(409, "last-administrator");
	}

}
