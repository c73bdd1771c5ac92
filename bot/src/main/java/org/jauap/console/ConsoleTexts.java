package org.jauap.console;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import org.jauap.nlp.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.ClassPathResource;

/**
 * The console's own words, {@code messages/console_{kk,ru,en}.properties}, in ICU message format, so that each language
 * counts in its own way: {@code {0, plural, one {# day} other {# days}}}.
 */
class ConsoleTexts extends AbstractMessageSource {

	private final Map<Language, Properties> patterns = new EnumMap<>(Language.class);

	ConsoleTexts() {
		for (Language language : Language.values()) {
			this.patterns.put(language, read("messages/console_" + language.code() + ".properties"));
		}
	}

	@Override
	protected @Nullable String getMessageInternal(@Nullable String code, Object @Nullable [] arguments,
			@Nullable Locale locale) {
		if (code == null) {
			return null;
		}
		String pattern = this.patterns.get(Visitor.language(locale)).getProperty(code);
		if (pattern == null) {
			return null;
		}
		return new com.ibm.icu.text.MessageFormat(pattern, Locale.of(Visitor.language(locale).code()))
			.format((arguments == null) ? new Object[0] : arguments);
	}

	@Override
	protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
		// Everything is resolved above; the JDK's formatter can't count in Russian or Kazakh.
		return null;
	}

	private static Properties read(String name) {
		Properties properties = new Properties();
		try (Reader reader = new InputStreamReader(new ClassPathResource(name).getInputStream(),
				StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return properties;
	}

}
