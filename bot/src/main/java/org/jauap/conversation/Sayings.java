package org.jauap.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jauap.agency.Agency;
import org.jauap.agency.Catalogue;
import org.jauap.agency.WorkCalendar;
import org.jauap.channel.Button;
import org.jauap.conversation.Outcome.Say;
import org.jauap.nlp.Label;
import org.jauap.nlp.Language;
import org.jauap.question.Question;
import org.jauap.question.QuestionChange;
import org.jauap.question.QuestionNumber;
import org.jauap.text.RichText;
import org.jauap.text.Texts;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** How the gateway puts things: texts from the bundles with names, dates and buttons filled in. */
@Component
class Sayings {

	private static final int BEGINNING = 60;

	private static final String NUMBER = "number";

	private final Texts texts;

	private final Catalogue catalogue;

	private final WorkCalendar calendar;

	Sayings(Texts texts, Catalogue catalogue, WorkCalendar calendar) {
		this.texts = texts;
		this.catalogue = catalogue;
		this.calendar = calendar;
	}

	/** A text of the bundles without anything to fill in, in the turn's language and as its channel needs it. */
	Say plain(Turn turn, String key) {
		return plain(turn, key, List.of());
	}

	Say plain(Turn turn, String key, List<List<Button>> buttons) {
		String ofChannel = key + "." + turn.conversation().channel();
		return plain(turn.language(), this.texts.has(ofChannel) ? ofChannel : key, buttons);
	}

	Say plain(Language language, String key) {
		return plain(language, key, List.of());
	}

	Say plain(Language language, String key, List<List<Button>> buttons) {
		return new Say(language, this.texts.rich(language, key, Map.of()), buttons, null);
	}

	/** A text about a question; may use number, agency, topic, question, due and status. */
	Say about(Language language, String key, Question question, List<List<Button>> buttons) {
		Map<String, Object> arguments = new HashMap<>();
		arguments.put(NUMBER, question.number());
		arguments.put("agency", this.catalogue.agencyName(question.agency(), language));
		arguments.put("topic", topicName(question, language));
		arguments.put("question", question.beginning(BEGINNING));
		arguments.put("due", day(language, question.dueAt()));
		arguments.put("status", status(language, question));
		arguments.put("because", String.join(", ", question.because()));
		return new Say(language, this.texts.rich(language, key, arguments), buttons, question.number());
	}

	/** The card that says a question is registered: number, agency, topic, due date, and why. */
	Say registered(Language language, QuestionChange registration) {
		Question question = registration.before();
		String number = compact(question);
		if (Agency.TRIAGE.equals(question.agency())) {
			return about(language, "registered.triage", question,
					List.of(List.of(tap(language, "button.add", "add:" + number))));
		}
		String key = question.intent().isEmpty() ? "registered.agency" : "registered";
		RichText card = about(language, key, question, List.of()).text();
		if (question.confidence() > 0) {
			String why = question.because().isEmpty() ? "registered.automatic" : "registered.because";
			card = card.append(RichText.plain("\n\n")).append(about(language, why, question, List.of()).text());
		}
		List<List<Button>> buttons = List.of(
				List.of(tap(language, "button.wrong-agency", "wrong:" + number),
						tap(language, "button.add", "add:" + number)),
				List.of(tap(language, "button.person", "person:" + number)));
		return new Say(language, card, buttons, question.number());
	}

	/** A button that names a topic. */
	Button topic(Language language, Label label, String data) {
		String name = this.catalogue.intent(label)
			.map(intent -> intent.names().in(language))
			.orElseGet(label::toString);
		return new Button.Tap(name, data);
	}

	/** One button for each agency, in the catalogue's order. */
	List<List<Button>> agencies(Language language, String verb, String of) {
		List<List<Button>> rows = new ArrayList<>();
		for (Agency agency : this.catalogue.agencies()) {
			rows.add(List.of(new Button.Tap(agency.names().in(language), verb + ":" + of + ":" + agency.code())));
		}
		return rows;
	}

	Button tap(Language language, String key, String data) {
		return new Button.Tap(this.texts.text(language, key), data);
	}

	/** A button for one of the citizen's questions in a list. */
	Button question(Language language, Question question) {
		return new Button.Tap("№ " + question.number() + " · " + status(language, question),
				"show:" + compact(question));
	}

	/** A question as the citizen sees it: where it stands, and what happened. */
	Say timeline(Language language, Question question, List<List<Button>> buttons) {
		String key = question.status().isOpen() ? "question" : "question.answered";
		RichText text = about(language, key, question, List.of()).text();
		if (question.reply().isPresent()) {
			text = text.append(RichText.plain("\n\n" + question.reply().get().text()));
		}
		return new Say(language, text, buttons, question.number());
	}

	/** Whether words are nothing but those that the bundles list under this key, and fillers such as 'very'. */
	boolean isOnly(String key, String words) {
		String bare = " " + words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L} ]", " ").replaceAll("\\s+", " ").strip()
				+ " ";
		String without = without(bare, key);
		return !without.equals(bare) && without(without, "courtesy.fillers").isBlank();
	}

	private String without(String words, String key) {
		String left = words;
		for (Language language : Language.values()) {
			for (String listed : this.texts.text(language, key).split(",")) {
				left = left.replace(" " + listed.strip() + " ", " ");
			}
		}
		return left;
	}

	static String compact(Question question) {
		return QuestionNumber.parse(question.number()).orElseThrow().compact();
	}

	private String status(Language language, Question question) {
		return this.texts.text(language, "status." + question.status().code());
	}

	private String topicName(Question question, Language language) {
		return this.catalogue.intentName(question.agency(), question.intent(), language);
	}

	private String day(Language language, @Nullable Instant at) {
		return (at == null) ? "" : this.texts.day(language, this.calendar.day(at));
	}

}
