package org.jauap.agency;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jauap.nlp.Label;
import org.jauap.nlp.Language;

/** All agencies and intents of this deployment, from {@code catalogue.yaml}. */
public final class Catalogue {

	private static final Names TRIAGE = new Names("Сұрыптау", "Распределение", "Triage");

	private final Map<String, Agency> agencies = new LinkedHashMap<>();

	private final Map<Label, Intent> intents = new LinkedHashMap<>();

	Catalogue(List<Agency> agencies) {
		for (Agency agency : agencies) {
			this.agencies.put(agency.code(), agency);
			agency.intents().forEach(intent -> this.intents.put(intent.label(), intent));
		}
	}

	public Collection<Agency> agencies() {
		return this.agencies.values();
	}

	public Collection<Intent> intents() {
		return this.intents.values();
	}

	public Optional<Agency> agency(String code) {
		return Optional.ofNullable(this.agencies.get(code));
	}

	public Optional<Intent> intent(Label label) {
		return Optional.ofNullable(this.intents.get(label));
	}

	/** Whether a question may lie in a queue of this code: an agency's, or triage. */
	public boolean hasQueue(String code) {
		return Agency.TRIAGE.equals(code) || this.agencies.containsKey(code);
	}

	/** An agency's (or triage's) name for people; the code itself where the catalogue has lost it. */
	public String agencyName(String code, Language language) {
		if (Agency.TRIAGE.equals(code)) {
			return TRIAGE.in(language);
		}
		return agency(code).map(agency -> agency.names().in(language)).orElse(code);
	}

	/** An intent's name for people; empty where the question has none, the code where the catalogue has lost it. */
	public String intentName(String agency, String intent, Language language) {
		if (intent.isEmpty()) {
			return "";
		}
		return intent(new Label(agency, intent)).map(known -> known.names().in(language)).orElse(intent);
	}

}
