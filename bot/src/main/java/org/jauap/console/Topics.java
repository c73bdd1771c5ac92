package org.jauap.console;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jauap.agency.Agency;
import org.jauap.agency.Catalogue;
import org.jauap.agency.Intent;
import org.jauap.agency.Names;
import org.jauap.nlp.Language;
import org.jauap.question.Question;

import org.springframework.stereotype.Component;

/** Where a question may go: agencies and topics, found by any of their names in any of the three languages. */
@Component
class Topics {

	private static final int MOST_SHOWN = 12;

	private final Catalogue catalogue;

	Topics(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	/**
	 * A place a question may go to.
	 *
	 * @param code {@code agency} or {@code agency.intent}
	 * @param name of the topic, or of the agency
	 * @param agency the agency's name where {@code name} is a topic's; else empty
	 * @param percent how likely the classifier thought it; 0: not asked
	 */
	record Destination(String code, String name, String agency, int percent) {
	}

	/** Everything whose names contain all the words, the best first; no words: every agency. */
	List<Destination> find(String words, Language language) {
		List<String> sought = Arrays.stream(folded(words).split("\\s+")).filter(word -> !word.isEmpty()).toList();
		List<Destination> found = new ArrayList<>();
		for (Agency agency : this.catalogue.agencies()) {
			if (matches(agency.names(), agency.code(), sought)) {
				found.add(new Destination(agency.code(), agency.names().in(language), "", 0));
			}
		}
		String triage = this.catalogue.agencyName(Agency.TRIAGE, language);
		if (matches(names(Agency.TRIAGE), Agency.TRIAGE, sought)) {
			found.add(new Destination(Agency.TRIAGE, triage, "", 0));
		}
		if (sought.isEmpty()) {
			return found;
		}
		for (Intent intent : this.catalogue.intents()) {
			Names agency = names(intent.label().agency());
			if (matches(joined(intent.names(), agency), intent.label().toString(), sought)) {
				boolean byTopic = matches(intent.names(), intent.label().intent(), sought);
				found.add(byTopic ? 0 : found.size(), new Destination(intent.label().toString(),
						intent.names().in(language), agency.in(language), 0));
			}
		}
		return found.stream().limit(MOST_SHOWN).toList();
	}

	/** The classifier's other candidates. */
	List<Destination> candidates(Question question, Language language) {
		return question.candidates()
			.stream()
			.filter(candidate -> !(candidate.agency().equals(question.agency())
					&& candidate.intent().equals(question.intent())))
			.filter(candidate -> this.catalogue.hasQueue(candidate.agency()))
			.map(candidate -> new Destination(candidate.agency() + "." + candidate.intent(),
					this.catalogue.intentName(candidate.agency(), candidate.intent(), language),
					this.catalogue.agencyName(candidate.agency(), language), percent(candidate.confidence())))
			.toList();
	}

	static int percent(double share) {
		return (int) Math.round(share * 100);
	}

	private Names names(String agency) {
		return new Names(this.catalogue.agencyName(agency, Language.KK), this.catalogue.agencyName(agency, Language.RU),
				this.catalogue.agencyName(agency, Language.EN));
	}

	private static Names joined(Names topic, Names agency) {
		return new Names(topic.kk() + " " + agency.kk(), topic.ru() + " " + agency.ru(), topic.en() + " " + agency.en());
	}

	private static boolean matches(Names names, String code, List<String> sought) {
		return Arrays.stream(Language.values())
			.map(language -> folded(names.in(language) + " " + code))
			.anyMatch(name -> sought.stream().allMatch(name::contains));
	}

	private static String folded(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replace('ё', 'е').strip();
	}

}
