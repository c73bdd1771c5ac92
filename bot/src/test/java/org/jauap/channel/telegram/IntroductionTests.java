package org.jauap.channel.telegram;

import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import okhttp3.HttpUrl;
import org.jauap.StartupProblem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What stops the start and what doesn't. */
class IntroductionTests {

	private static final FakeTelegram TELEGRAM = new FakeTelegram();

	@BeforeEach
	void quiet() {
		TELEGRAM.forget();
	}

	@AfterAll
	static void stop() {
		TELEGRAM.close();
	}

	@Test
	void botIsKnownByItsName() {
		assertThat(Introduction.to(api(TELEGRAM.url())).username()).isEqualTo("jauap_bot");
	}

	static Stream<Arguments> operatorsTask() {
		return Stream.of(arguments("TELEGRAM_BOT_TOKEN", FakeTelegram.json(401, """
				{"ok": false, "error_code": 401, "description": "Unauthorized"}""")),
				arguments("TELEGRAM_BOT_TOKEN", FakeTelegram.json(404, """
						{"ok": false, "error_code": 404, "description": "Not Found"}""")),
				arguments("TELEGRAM_API_URL", aResponse().withStatus(404).withBody("<html>no such page</html>")),
				arguments("TELEGRAM_API_URL", aResponse().withStatus(200).withBody("<html>welcome</html>")));
	}

	@ParameterizedTest
	@MethodSource("operatorsTask")
	void whatTheOperatorMustMendStopsTheStart(String named, ResponseDefinitionBuilder answer) {
		TELEGRAM.next("getMe", answer);

		assertThatExceptionOfType(StartupProblem.class).isThrownBy(() -> Introduction.to(api(TELEGRAM.url())))
			.withMessageContaining(named)
			.satisfies(problem -> assertThat(problem.getMessage()).doesNotContain(FakeTelegram.TOKEN).hasLineCount(1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://nowhere.invalid", "http://127.0.0.1:1" })
	void wrongAddressStopsTheStart(String url) {
		assertThatExceptionOfType(StartupProblem.class).isThrownBy(() -> Introduction.to(api(url)))
			.withMessageContaining("TELEGRAM_API_URL")
			.satisfies(problem -> assertThat(problem.getMessage()).doesNotContain(FakeTelegram.TOKEN).hasLineCount(1));
	}

	static Stream<ResponseDefinitionBuilder> telegramsTask() {
		return Stream.of(FakeTelegram.json(500, "{\"ok\": false, \"error_code\": 500, \"description\": \"Internal\"}"),
				FakeTelegram.json(429, "{\"ok\": false, \"error_code\": 429, \"description\": \"Too Many Requests\"}"),
				aResponse().withStatus(502).withBody("<html>bad gateway</html>"),
				aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
	}

	@ParameterizedTest
	@MethodSource("telegramsTask")
	void whatPassesByItselfDoesNot(ResponseDefinitionBuilder answer) {
		TELEGRAM.next("getMe", answer);

		assertThat(Introduction.to(api(TELEGRAM.url())).username()).isEmpty();
	}

	private static BotApi api(String url) {
		return new BotApi(HttpUrl.get(url), FakeTelegram.TOKEN);
	}

}
