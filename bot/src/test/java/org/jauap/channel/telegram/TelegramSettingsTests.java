package org.jauap.channel.telegram;

import java.util.stream.Stream;

import org.jauap.StartupProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** A wrong setting stops the start with one line that names it. */
class TelegramSettingsTests {

	private static final String TOKEN = "123456:AAE-x_y";

	static Stream<Arguments> wrong() {
		return Stream.of(arguments("TELEGRAM_BOT_TOKEN", "token", null, null, null, null),
				arguments("TELEGRAM_BOT_TOKEN", "bot123:abc", null, null, null, null),
				arguments("TELEGRAM_BOT_TOKEN", "123:a/b", null, null, null, null),
				arguments("TELEGRAM_API_URL", TOKEN, "api.telegram.org", null, null, null),
				arguments("TELEGRAM_API_URL", TOKEN, "ftp://api.telegram.org", null, null, null),
				arguments("TELEGRAM_API_URL", TOKEN, "https://api.telegram.org/?x=1", null, null, null),
				arguments("TELEGRAM_API_URL", null, "nonsense", null, null, null),
				arguments("TELEGRAM_WEBHOOK_URL", TOKEN, null, "http://jauap.kz", null, null),
				arguments("TELEGRAM_WEBHOOK_URL", TOKEN, null, "jauap.kz", null, null),
				arguments("TELEGRAM_WEBHOOK_SECRET", TOKEN, null, null, "with space", null),
				arguments("TELEGRAM_WEBHOOK_SECRET", TOKEN, null, null, "x".repeat(257), null),
				arguments("TELEGRAM_RATE", TOKEN, null, null, null, "0"),
				arguments("TELEGRAM_RATE", TOKEN, null, null, null, "1001"),
				arguments("TELEGRAM_RATE", TOKEN, null, null, null, "-1"),
				arguments("TELEGRAM_RATE", TOKEN, null, null, null, "many"));
	}

	@ParameterizedTest
	@MethodSource("wrong")
	void wrongSettingIsNamed(String named, String token, String apiUrl, String webhookUrl, String secret, String rate) {
		TelegramSettings settings = new TelegramSettings(token, apiUrl, webhookUrl, secret, rate);

		assertThatExceptionOfType(StartupProblem.class).isThrownBy(settings::check)
			.withMessageContaining(named)
			.satisfies(problem -> assertThat(problem.getMessage()).hasLineCount(1));
	}

	@Test
	void emptyMeansNotSet() {
		TelegramSettings settings = new TelegramSettings("", " ", "", "", "");

		assertThatCode(settings::check).doesNotThrowAnyException();
		assertThat(settings.token()).isNull();
		assertThat(settings.server()).hasToString("https://api.telegram.org/");
		assertThat(settings.messagesPerSecond()).isEqualTo(30);
	}

	@ParameterizedTest
	@CsvSource({ "https://jauap.kz, https://jauap.kz/webhooks/telegram",
			"https://jauap.kz/gateway/, https://jauap.kz/gateway/webhooks/telegram",
			"http://localhost:8080, http://localhost:8080/webhooks/telegram",
			"http://192.168.1.2:8080, http://192.168.1.2:8080/webhooks/telegram",
			"http://gateway:8080, http://gateway:8080/webhooks/telegram" })
	void webhookAddressIsBelowThePublicOne(String url, String expected) {
		assertThat(new TelegramSettings(TOKEN, null, url, null, null).webhookAddress()).isEqualTo(expected);
	}

	@Test
	void tokenAndSecretAreNeverPrinted() {
		assertThat(new TelegramSettings(TOKEN, null, null, "hush", null).toString()).doesNotContain("AAE", "hush");
	}

}
