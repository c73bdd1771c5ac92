package org.jauap.channel.webchat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import org.jauap.nlp.Language;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The page's own words, {@code messages/chat_{kk,ru,en}.properties}; what the gateway says stands in its bundles. */
@Component
class ChatTexts {

	private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

	ChatTexts() {
		for (Language language : Language.values()) {
			this.texts.put(language, read("messages/chat_" + language.code() + ".properties"));
		}
	}

	/** Every text of the language, by key. */
	Map<String, String> in(Language language) {
		return this.texts.get(language);
	}

	/** A day as a separator between messages says it: today, yesterday, else the date, with the year if it is another. */
	String day(Language language, LocalDate day, LocalDate today) {
		Map<String, String> words = in(language);
		if (day.equals(today)) {
			return words.get("day.today");
		}
		if (day.equals(today.minusDays(1))) {
			return words.get("day.yesterday");
		}
		String month = words.get("day.months").split(",")[day.getMonthValue() - 1].strip();
		String pattern = (day.getYear() == today.getYear()) ? "day.this-year" : "day.other-year";
		return words.get(pattern)
			.replace("{day}", Integer.toString(day.getDayOfMonth()))
			.replace("{month}", month)
			.replace("{year}", Integer.toString(day.getYear()));
	}

	private static Map<String, String> read(String name) {
		Properties properties = new Properties();
		try (Reader reader = new InputStreamReader(new ClassPathResource(name).getInputStream(),
				StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Map<String, String> texts = new TreeMap<>();
		properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
		return texts;
	}

}
