package org.jauap.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jauap.account.Official;
import org.jauap.agency.Catalogue;
import org.jauap.nlp.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Reads parameters that name agencies and languages, and says what is wrong with them. */
@Component
class Readable {

	private final Catalogue catalogue;

	Readable(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	/** The agencies that a query names, each known and the caller's to read. */
	List<String> agencies(Official official, String @Nullable [] given) {
		List<String> agencies = values(given);
		for (String agency : agencies) {
			known("agency", agency);
			if (!official.mayRead(agency)) {
				throw Problem.Kind.FORBIDDEN.because("this token may not read the questions of '" + agency + "'");
			}
		}
		return agencies;
	}

	/** An agency that questions can lie with, or triage. */
	String known(String field, String agency) {
		if (!this.catalogue.hasQueue(agency)) {
			throw Problems.field(field, "names '" + agency + "', which is no agency; see GET /api/v1/agencies");
		}
		return agency;
	}

	static Optional<Language> language(@Nullable String code) {
		return filled(code).map(given -> Language.of(given.toLowerCase(Locale.ROOT))
			.orElseThrow(() -> Problems.field("language", "must be kk, ru or en")));
	}

	static Optional<String> filled(@Nullable String given) {
		return Optional.ofNullable(given).map(String::strip).filter(text -> !text.isEmpty());
	}

	/** The values of a parameter, given several times or separated by commas. */
	static List<String> values(String @Nullable [] given) {
		return (given == null) ? List.of()
				: Arrays.stream(given)
					.flatMap(text -> Arrays.stream(text.split(",")))
					.map(String::strip)
					.filter(text -> !text.isEmpty())
					.distinct()
					.toList();
	}

}
