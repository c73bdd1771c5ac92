package org.jauap.channel.webchat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jauap.nlp.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class ChatTextsTests {

	private final ChatTexts texts = new ChatTexts();

	@ParameterizedTest
	@EnumSource
	void everyLanguageHasTheSameKeysAndNoneIsEmpty(Language language) {
		assertThat(this.texts.in(language).keySet()).isEqualTo(this.texts.in(Language.RU).keySet());
		assertThat(this.texts.in(language).values()).noneMatch(String::isBlank);
	}

	@ParameterizedTest
	@EnumSource
	void everyTextThatThePageNamesIsThere(Language language) throws IOException {
		String page = new ClassPathResource("templates/chat.html").getContentAsString(StandardCharsets.UTF_8);
		TreeSet<String> named = new TreeSet<>();
		Pattern.compile("t\\['([\\w.-]+)'\\]").matcher(page).results().forEach(match -> named.add(match.group(1)));
		assertThat(named).isNotEmpty();
		assertThat(this.texts.in(language)).containsKeys(named.toArray(String[]::new));
	}

	@ParameterizedTest
	@EnumSource
	void thereAreTwelveMonths(Language language) {
		assertThat(this.texts.in(language).get("day.months").split(",")).hasSize(12);
	}

	@ParameterizedTest
	@CsvSource({ "KK,2026-11-24,Бүгін", "RU,2026-11-23,Вчера", "RU,2026-03-08,8 марта", "EN,2025-12-16,16 December 2025",
			"KK,2025-12-16,2025 ж. 16 желтоқсан" })
	void namesADay(Language language, LocalDate day, String name) {
		assertThat(this.texts.day(language, day, LocalDate.of(2026, 11, 24))).isEqualTo(name);
	}

	@Test
	void theExamplesAreTheSameNumberAsThePageShows() {
		assertThat(this.texts.in(Language.KK)).containsKeys("example.1", "example.2", "example.3")
			.doesNotContainKey("example.4");
	}

}
