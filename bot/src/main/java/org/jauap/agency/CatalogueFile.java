package org.jauap.agency;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jauap.nlp.Label;

import org.springframework.core.io.Resource;

/** Reads {@code catalogue.yaml}; any mistake in it stops the start with one line. */
final class CatalogueFile {

	private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

	private static final int LONGEST_DEADLINE = 60;

	/** A button's data has 64 bytes, of which verb and number take up to 16. */
	private static final int LONGEST_LABEL = 48;

	private final YamlFile file;

	private final Set<String> codes = new HashSet<>();

	private CatalogueFile(YamlFile file) {
		this.file = file;
	}

	static Catalogue read(Resource resource) {
		CatalogueFile reader = new CatalogueFile(YamlFile.read(resource));
		if (!(reader.file.root().get("agencies") instanceof List<?> entries) || entries.isEmpty()) {
			throw reader.file.problem("agencies", "no agency is listed; list at least one");
		}
		List<Agency> agencies = new ArrayList<>();
		for (Object entry : entries) {
			agencies.add(reader.agency(agencies.size() + 1, entry));
		}
		return new Catalogue(List.copyOf(agencies));
	}

	private Agency agency(int position, Object entry) {
		String where = "agency no. " + position;
		Map<?, ?> map = map(where, entry);
		String code = code(where, map.get("code"));
		if (Agency.TRIAGE.equals(code)) {
			throw this.file.problem(where, "the code 'triage' is the gateway's own; choose another");
		}
		if (!this.codes.add(code)) {
			throw this.file.problem(where, "the code '" + code + "' is there twice; each agency needs its own");
		}
		Names names = names("agency '" + code + "'", map.get("name"));
		return new Agency(code, names, deadline(code, map.get("deadline")), intents(code, map.get("intents")));
	}

	private List<Intent> intents(String agency, Object entry) {
		Map<?, ?> map = map("agency '" + agency + "', intents", entry);
		List<Intent> intents = new ArrayList<>();
		map.forEach((key, value) -> {
			String where = "intent '" + agency + "." + key + "'";
			Label label = new Label(agency, code(where, key));
			if (label.toString().length() > LONGEST_LABEL) {
				throw this.file.problem(where, "agency and intent have more than " + LONGEST_LABEL
						+ " characters together, too many for a button; shorten a code");
			}
			intents.add(new Intent(label, names(where, value)));
		});
		return List.copyOf(intents);
	}

	private Names names(String where, Object entry) {
		Map<?, ?> map = map(where + ", name", entry);
		return new Names(name(where, map, "kk"), name(where, map, "ru"), name(where, map, "en"));
	}

	private String name(String where, Map<?, ?> names, String language) {
		if (names.get(language) instanceof String text && !text.isBlank()) {
			return text.strip();
		}
		throw this.file.problem(where, "its name in '" + language + "' is missing; give it in kk, ru and en");
	}

	private int deadline(String agency, Object value) {
		if (value instanceof Integer days && days >= 1 && days <= LONGEST_DEADLINE) {
			return days;
		}
		throw this.file.problem("agency '" + agency + "'",
				"deadline is '" + value + "'; give working days from 1 to " + LONGEST_DEADLINE);
	}

	private String code(String where, Object value) {
		if (value instanceof String code && CODE.matcher(code).matches()) {
			return code;
		}
		throw this.file.problem(where, "the code is '" + value + "'; use lower-case Latin letters, digits and hyphens");
	}

	private Map<?, ?> map(String where, Object value) {
		if (value instanceof Map<?, ?> map && !map.isEmpty()) {
			return map;
		}
		throw this.file.problem(where, "is missing or not a mapping; see the example in config/catalogue.yaml");
	}

}
