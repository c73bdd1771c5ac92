package org.jauap.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.TimeZone;

import org.jauap.StartupProblem;
import org.jauap.nlp.Language;
import org.jauap.settings.ConfigFolder;

import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The message bundles {@code texts/{kk,ru,en}.properties} in ICU message format with named arguments. A deployment may
 * override single keys; a key that one language lacks stops the start.
 * @see <a href="https://unicode-org.github.io/icu/userguide/format_parse/messages/">ICU: formatting messages</a>
 */
@Component
public class Texts {

	private static final Pattern TAG = Pattern.compile("</?b>");

	/** Stands for '<' in arguments while tags are read; a private-use character that nobody types. */
	private static final char LESS_THAN = '\uE03C';

	private final Map<Language, Map<String, String>> patterns = new EnumMap<>(Language.class);

	Texts(ConfigFolder config) {
		for (Language language : Language.values()) {
			String name = "texts/" + language.code() + ".properties";
			Map<String, String> builtIn = read(config.builtIn(name));
			Map<String, String> texts = new HashMap<>(builtIn);
			texts.putAll(read(config.file(name)));
			texts.forEach((key, text) -> refuseBroken(name, key, text, builtIn.getOrDefault(key, text)));
			this.patterns.put(language, texts);
		}
		refuseMissingKeys();
	}

	/** Whether there is a text of this key. */
	public boolean has(String key) {
		return this.patterns.get(Language.EN).containsKey(key);
	}

	/** The text of this key without arguments. */
	public String text(Language language, String key) {
		return text(language, key, Map.of());
	}

	/** The text of this key with its named arguments filled in. */
	public String text(Language language, String key, Map<String, ?> arguments) {
		String pattern = this.patterns.get(language).get(key);
		if (pattern == null) {
			throw new IllegalArgumentException("no text '" + key + "'");
		}
		return new MessageFormat(pattern, locale(language)).format(new HashMap<String, Object>(arguments));
	}

	/**
	 * As {@link #text(Language, String, Map)}, with what stands between {@code <b>} and {@code </b>} in the bundle set
	 * bold. What looks like that in an argument stays as it is.
	 */
	public RichText rich(Language language, String key, Map<String, ?> arguments) {
		Map<String, Object> harmless = new HashMap<>();
		arguments.forEach((name, value) -> harmless.put(name,
				(value instanceof String words) ? words.replace('<', LESS_THAN) : value));
		StringBuilder text = new StringBuilder();
		List<RichText.Bold> bold = new ArrayList<>();
		int boldFrom = -1;
		for (String piece : TAG.splitWithDelimiters(text(language, key, harmless), 0)) {
			switch (piece) {
				case "<b>" -> boldFrom = text.length();
				case "</b>" -> bold.add(new RichText.Bold(boldFrom, text.length() - boldFrom));
				default -> text.append(piece.replace(LESS_THAN, '<'));
			}
		}
		return new RichText(text.toString(), List.copyOf(bold));
	}

	/** A day in words, e.g. '14 декабря 2026 г.', as the language writes it. */
	public String day(Language language, LocalDate day) {
		DateFormat format = DateFormat.getPatternInstance("dMMMM", locale(language));
		format.setTimeZone(TimeZone.GMT_ZONE);
		GregorianCalendar calendar = new GregorianCalendar(TimeZone.GMT_ZONE, locale(language));
		calendar.clear();
		calendar.set(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
		return format.format(calendar.getTime());
	}

	private static Locale locale(Language language) {
		return (language == Language.EN) ? Locale.UK : Locale.of(language.code());
	}

	private void refuseMissingKeys() {
		TreeSet<String> all = new TreeSet<>();
		this.patterns.values().forEach(texts -> all.addAll(texts.keySet()));
		this.patterns.forEach((language, texts) -> all.stream()
			.filter(key -> !texts.containsKey(key))
			.findFirst()
			.ifPresent(key -> {
				throw new StartupProblem(
						"texts/" + language.code() + ".properties lacks '" + key + "': add it in all three languages");
			}));
	}

	/** A text that could not be filled in would silence every citizen whom it is meant for. */
	private static void refuseBroken(String file, String key, String text, String builtIn) {
		try {
			Set<String> arguments = new MessageFormat(text, Locale.ROOT).getArgumentNames();
			Set<String> known = new MessageFormat(builtIn, Locale.ROOT).getArgumentNames();
			if (!known.containsAll(arguments)) {
				throw new StartupProblem(file + ", " + key + ": fills in " + arguments + ", but only " + known
						+ " can be filled in here; correct it");
			}
		}
		catch (IllegalArgumentException ex) {
			throw new StartupProblem(file + ", " + key + ": the braces don't fit together; correct them", ex);
		}
		if (!text.replaceAll("(?s)<b>((?!</?b>).)*</b>", "").equals(text.replaceAll("(?s)<b>((?!</?b>).)*</b>|</?b>", ""))) {
			throw new StartupProblem(file + ", " + key + ": <b> and </b> don't fit together; correct them");
		}
	}

	private static Map<String, String> read(Resource resource) {
		Properties properties = new Properties();
		try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		catch (IllegalArgumentException ex) {
			throw new StartupProblem(resource.getFilename() + ": " + ex.getMessage() + "; correct it", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Map<String, String> texts = new HashMap<>();
		properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
		return texts;
	}

}
