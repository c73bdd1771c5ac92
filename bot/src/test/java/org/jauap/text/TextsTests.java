package org.jauap.text;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jauap.nlp.Language;
import org.jauap.settings.ConfigFolder;
import org.jauap.settings.ConfigFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTests {

	private static final Pattern ARGUMENT = Pattern.compile("\\{([a-z]+)}");

	private final ConfigFolder config = ConfigFolders.of(Path.of("../config"));

	private final Texts texts = new Texts(this.config);

	@Test
	void allLanguagesSayEverything() throws IOException {
		assertThat(bundle(Language.KK).stringPropertyNames()).isEqualTo(bundle(Language.EN).stringPropertyNames());
		assertThat(bundle(Language.RU).stringPropertyNames()).isEqualTo(bundle(Language.EN).stringPropertyNames());
	}

	@ParameterizedTest
	@EnumSource(Language.class)
	void eachTextFillsInTheSameInEveryLanguage(Language language) throws IOException {
		Properties english = bundle(Language.EN);
		Properties texts = bundle(language);
		for (String key : new TreeSet<>(english.stringPropertyNames())) {
			assertThat(arguments(texts.getProperty(key))).as(language.code() + " " + key)
				.isEqualTo(arguments(english.getProperty(key)));
			assertThat(texts.getProperty(key)).as(key).isNotBlank();
		}
	}

	@ParameterizedTest
	@EnumSource(Language.class)
	void everyTextIsAWellFormedPattern(Language language) throws IOException {
		for (String key : bundle(language).stringPropertyNames()) {
			RichText text = this.texts.rich(language, key, Map.of("number", "4F7K-Q9M2-X", "due", "1"));
			assertThat(text.text()).as(key).doesNotContain("<b>", "</b>").isNotBlank();
		}
	}

	@Test
	void boldComesFromTheBundleNeverFromWhatPeopleType() {
		RichText text = this.texts.rich(Language.EN, "registered", Map.of("number", "4F7K-Q9M2-X", "agency",
				"<b>Evil</b>", "topic", "{number}", "due", "1 May"));

		assertThat(text.text()).contains("To: <b>Evil</b> · {number}");
		assertThat(text.bold()).hasSize(1);
		RichText.Bold bold = text.bold().getFirst();
		assertThat(text.text().substring(bold.offset(), bold.offset() + bold.length())).isEqualTo("№ 4F7K-Q9M2-X");
	}

	@Test
	void daysAreWrittenAsEachLanguageWritesThem() {
		LocalDate day = LocalDate.of(2026, 12, 14);

		assertThat(this.texts.day(Language.RU, day)).isEqualTo("14 декабря");
		assertThat(this.texts.day(Language.KK, day)).isEqualTo("14 желтоқсан");
		assertThat(this.texts.day(Language.EN, day)).isEqualTo("14 December");
	}

	private static Properties bundle(Language language) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(Path.of("../config/texts/" + language.code() + ".properties"))) {
			properties.load(reader);
		}
		return properties;
	}

	private static String arguments(String pattern) {
		return ARGUMENT.matcher(pattern)
			.results()
			.map(MatchResult::group)
			.distinct()
			.sorted()
			.collect(Collectors.joining());
	}

}
