package org.jauap.console;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jauap.nlp.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

class ConsoleTextsTests {

	private static final Pattern USED = Pattern.compile("#\\{([a-z][a-z0-9.-]*[a-z0-9])[({}]|msg\\('([a-z][a-z0-9.-]*[a-z0-9])'");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");

	@ParameterizedTest
	@EnumSource(Language.class)
	void everyLanguageHasEveryText(Language language) {
		assertThat(texts(language).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(
				texts(Language.EN).stringPropertyNames());
		assertThat(texts(language).values()).allSatisfy(text -> assertThat(text.toString()).isNotBlank());
	}

	@ParameterizedTest
	@EnumSource(Language.class)
	void everyTextCanBeFormattedAndLeavesNoPlaceholder(Language language) {
		ConsoleTexts texts = new ConsoleTexts();
		for (String key : texts(language).stringPropertyNames()) {
			String said = texts.getMessage(key, new Object[] { 3, "x", "y" }, Locale.of(language.code()));
			assertThat(PLACEHOLDER.matcher(said).find()).as(key + ": " + said).isFalse();
		}
	}

	@Test
	void theLanguagesCountInTheirOwnWays() {
		ConsoleTexts texts = new ConsoleTexts();
		Object[] two = { 2, "" };
		assertThat(texts.getMessage("deadline.calm", two, Locale.of("ru"))).isEqualTo("осталось 2 рабочих дня");
		assertThat(texts.getMessage("deadline.calm", two, Locale.of("kk"))).isEqualTo("2 жұмыс күні қалды");
		assertThat(texts.getMessage("deadline.calm", two, Locale.of("en"))).isEqualTo("2 working days left");
	}

	@Test
	void everyTextThatATemplateNamesIsThere() throws IOException {
		Set<String> used = new TreeSet<>();
		var resources = new PathMatchingResourcePatternResolver();
		for (String pattern : List.of("classpath:templates/*.html", "classpath:templates/console/*.html")) {
			for (Resource template : resources.getResources(pattern)) {
				add(used, template);
			}
		}
		assertThat(used).hasSizeGreaterThan(50);
		assertThat(texts(Language.EN).stringPropertyNames()).containsAll(used);
	}

	private static void add(Set<String> used, Resource template) throws IOException {
		USED.matcher(template.getContentAsString(StandardCharsets.UTF_8))
			.results()
			.forEach(match -> used.add((match.group(1) != null) ? match.group(1) : match.group(2)));
	}

	private static Properties texts(Language language) {
		Properties properties = new Properties();
		try (Reader reader = new InputStreamReader(
				new ClassPathResource("messages/console_" + language.code() + ".properties").getInputStream(),
				StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		return properties;
	}

}
