package org.jauap.api;

import java.util.Map;

import org.jauap.GatewayTest;
import org.jauap.channel.Inbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may do what, with questions of their own agency and of another. */
@GatewayTest
class RightsTests {

	private final Inbox inbox;

	private final StringRedisTemplate redis;

	private final Api admin;

	@Autowired
	RightsTests(Inbox inbox, StringRedisTemplate redis, @LocalServerPort int port) {
		this.inbox = inbox;
		this.redis = redis;
		this.admin = Api.admin(port);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			# role     | of      | read | work | citizen
			official   | labour  | 200  | 200  | 200
			official   | akimat  | 404  | 404  | 404
			lead       | labour  | 200  | 200  | 200
			lead       | akimat  | 404  | 404  | 404
			press      | labour  | 200  | 403  | 403
			press      | akimat  | 404  | 404  | 404
			moderator  | akimat  | 200  | 200  | 200
			auditor    | akimat  | 200  | 403  | 403
			admin      | akimat  | 200  | 200  | 200
			""")
	void questions(String role, String agency, int read, int work, int citizen) {
		String path = "/questions/" + this.admin.question(this.inbox, this.redis, "labour");
		Api api = this.admin.withRole(role, agency);

		assertThat(api.get(path).status()).isEqualTo(read);
		assertThat(api.get(path + "/citizen").status()).isEqualTo(citizen);
		assertThat(api.post(path + "/claim", null).status()).isEqualTo(work);
		assertThat(api.post(path + "/release", null).status()).isEqualTo(work);
		assertThat(api.post(path + "/notes", Map.of("text", "заметка")).status()).isEqualTo(work);
		assertThat(api.post(path + "/replies", Map.of("text", "вопрос", "final", false)).status()).isEqualTo(work);
		assertThat(api.post(path + "/transfer", Map.of("agency", "labour", "intent", "pension")).status())
			.isEqualTo(work);
		assertThat(api.post(path + "/replies", Map.of("text", "ответ")).status()).isEqualTo(work);
		assertThat(api.post(path + "/close", Map.of("reason", "повтор")).status()).isEqualTo(work);
	}

	@ParameterizedTest
	@CsvSource({ "official, 200, 403", "press, 200, 403", "auditor, 200, 200", "moderator, 200, 200" })
	void lists(String role, int own, int foreign) {
		Api api = this.admin.withRole(role, "labour");

		for (String path : new String[] { "/questions?agency=", "/stats?agency=" }) {
			assertThat(api.get(path + "labour").status()).isEqualTo(own);
			assertThat(api.get(path + "akimat").status()).isEqualTo(foreign);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "official", "lead", "press", "moderator", "auditor" })
	void administrationIsForAdministrators(String role) {
		Api api = this.admin.withRole(role, "labour");

		api.get("/tokens").isProblem(403, "forbidden");
		api.post("/tokens", Map.of("name", "mine", "role", "admin")).isProblem(403, "forbidden");
		api.send("DELETE", "/tokens/x", null).isProblem(403, "forbidden");
		api.get("/officials").isProblem(403, "forbidden");
		api.post("/officials", Map.of("name", "me")).isProblem(403, "forbidden");
		api.send("PATCH", "/officials/admin", Map.of("enabled", false)).isProblem(403, "forbidden");
	}

	@Test
	void withoutATokenOnlyWhatIsPublic() {
		Api stranger = this.admin.with(null);

		assertThat(stranger.get("/agencies").is(200).at("/items/0/code").asString()).isNotBlank();
		assertThat(stranger.get("/archive").is(200).at("/items")).isEmpty();
		stranger.get("/archive/4F7K-Q9M2-X").isProblem(404, "not-found");
		for (String path : new String[] { "/questions", "/questions/4F7K-Q9M2-X", "/events", "/stats", "/tokens",
				"/officials", "/nothing" }) {
			Api.Answer answer = stranger.get(path);
			answer.isProblem(401, "unauthorized");
			assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
		}
		stranger.post("/classify", Map.of("text", "пенсия")).isProblem(401, "unauthorized");
	}

	@Test
	void aTokenThatIsNobodysIsRefusedEverywhere() {
		Api.Answer answer = this.admin.with("jauap_made-up").get("/agencies");

		answer.isProblem(401, "unauthorized");
		assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
	}

}
