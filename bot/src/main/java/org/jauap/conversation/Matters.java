package org.jauap.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jauap.agency.Agency;
import org.jauap.agency.Catalogue;
import org.jauap.agency.WorkCalendar;
import org.jauap.channel.Button;
import org.jauap.conversation.ConversationState.Pending;
import org.jauap.conversation.ConversationState.Recent;
import org.jauap.conversation.Outcome.Timer;
import org.jauap.nlp.Alternative;
import org.jauap.nlp.Classification;
import org.jauap.nlp.Label;
import org.jauap.nlp.Language;
import org.jauap.question.Entry;
import org.jauap.question.Question;
import org.jauap.question.QuestionChange;
import org.jauap.question.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What can be done with a citizen's matter: register it, ask what it is about, keep it until that is known, add to it. */
@Component
class Matters {

	/** More words within this time belong to the same question. */
	static final Duration ADDITIONS = Duration.ofMinutes(3);

	/** How many topics are offered when it is unclear. */
	private static final int OFFERED = 3;

	/** Working days within which people find the right agency (Administrative Procedural Code, Art. 65). */
	private static final int TRIAGE_DEADLINE = 3;

	private static final int LONGEST_TEXT = 16_000;

	private final Sayings sayings;

	private final Catalogue catalogue;

	private final WorkCalendar calendar;

	Matters(Sayings sayings, Catalogue catalogue, WorkCalendar calendar) {
		this.sayings = sayings;
		this.catalogue = catalogue;
		this.calendar = calendar;
	}

	/** Registers the matter with the agency and topic the classifier is sure of. */
	Outcome register(Turn turn, Pending matter, Classification understood) {
		Label label = java.util.Objects.requireNonNull(understood.label());
		return register(turn, matter, understood.language(), label.agency(), label.intent(), understood);
	}

	/** Registers the matter with an agency that a person chose; {@code intent} may be empty. */
	Outcome register(Turn turn, Pending matter, Language language, String agency, String intent,
			@Nullable Classification understood) {
		boolean byClassifier = understood != null && understood.label() != null
				&& understood.label().equals(new Label(agency, intent));
		Question question = new Question(turn.numbers().get().text(), Status.NEW, agency, intent,
				byClassifier ? understood.confidence() : 0, language, turn.conversation(), limited(matter.text()),
				matter.attachments(), byClassifier ? understood.because() : List.of(),
				(understood == null) ? "" : understood.model(),
				(understood == null) ? List.of() : candidates(understood), turn.now(), due(agency, turn.now()), "", 0, 0,
				0, List.of());
		QuestionChange registration = QuestionChange.registration(question);
		ConversationState state = turn.state()
			.withoutPending()
			.withExpecting(null)
			.withRecent(new Recent(question.number(), turn.now().plus(ADDITIONS), false, null));
		return Outcome.silence(state)
			.change(registration)
			.say(this.sayings.registered(language, registration))
			.bind(matter.messages(), question.number())
			.timer(Timer.STOP);
	}

	/** Asks which of the likeliest topics it is; until that is answered the matter is kept. */
	Outcome askBack(Turn turn, Pending matter, Classification understood) {
		Language language = understood.language();
		List<List<Button>> rows = new ArrayList<>();
		for (Alternative alternative : understood.alternatives()) {
			if (rows.size() < OFFERED && this.catalogue.intent(alternative.label()).isPresent()) {
				rows.add(List.of(this.sayings.topic(language, alternative.label(),
						"topic:" + matter.id() + ":" + alternative.label())));
			}
		}
		rows.add(List.of(this.sayings.tap(language, "button.something-else", "other:" + matter.id())));
		return Outcome.silence(turn.state().withPending(matter))
			.say(this.sayings.plain(language, "ask-back", rows))
			.timer(Timer.START);
	}

	/** Gives the emergency numbers at once; what was written is kept and can be sent to an agency as well. */
	Outcome emergency(Turn turn, Pending matter, Classification understood) {
		Language language = understood.language();
		List<List<Button>> rows = new ArrayList<>();
		Label label = understood.label();
		if (label != null && this.catalogue.intent(label).isPresent()) {
			rows.add(List.of(this.sayings.topic(language, label, "topic:" + matter.id() + ":" + label)));
		}
		rows.add(List.of(this.sayings.tap(language, "button.send-anyway", "triage:" + matter.id())));
		return Outcome.silence(turn.state().withPending(matter))
			.say(this.sayings.plain(language, "emergency", rows))
			.timer(Timer.START);
	}

	/** Says what can and can't be done; a button sends it to people all the same. */
	Outcome outOfScope(Turn turn, Pending matter, Language language) {
		String key = turn.state().greeted() ? "out-of-scope" : "start.out-of-scope";
		List<List<Button>> rows = List
			.of(List.of(this.sayings.tap(language, "button.send-to-person", "triage:" + matter.id())));
		return Outcome.silence(turn.state().withGreeted().withPending(matter))
			.say(this.sayings.plain(language, key, rows))
			.timer(Timer.STOP);
	}

	/** Adds to a question; says so once. */
	Outcome add(Turn turn, Question question, String text, List<org.jauap.channel.Attachment> attachments,
			boolean acknowledge) {
		Entry entry = new Entry(turn.now(), Entry.Kind.ADDED, Entry.CITIZEN, limited(text), attachments, null);
		ConversationState state = turn.state()
			.withExpecting(null)
			.withRecent(new Recent(question.number(), turn.now().plus(ADDITIONS), true, text));
		Outcome outcome = Outcome.silence(state)
			.change(question.add(entry))
			.bind(List.of(turn.messageId()), question.number());
		if (!acknowledge) {
			return outcome;
		}
		if (!question.status().isOpen()) {
			return outcome.say(this.sayings.about(turn.language(), "added.answered", question, verdict(turn, question)));
		}
		List<List<Button>> separate = text.isBlank() ? List.of()
				: List.of(List.of(this.sayings.tap(turn.language(), "button.another-matter", "separate")));
		return outcome.say(this.sayings.about(turn.language(), "added", question, separate));
	}

	/** [not solved] brings an answered or closed question back to its official. */
	private List<List<Button>> verdict(Turn turn, Question question) {
		return question.mayBeReopened() ? List.of(
				List.of(this.sayings.tap(turn.language(), "reply.not-solved", "unsolved:" + Sayings.compact(question))))
				: List.of();
	}

	/** The matter that these words are, under the next free id. */
	static Pending pending(Turn turn, Pending.Why why, String text, List<org.jauap.channel.Attachment> attachments) {
		return new Pending(turn.state().pendings() + 1, why, text, attachments, List.of(turn.messageId()));
	}

	/** The topic that a button's data names, if the catalogue has it. */
	java.util.Optional<Label> topic(String data) {
		int dot = data.indexOf('.');
		if (dot < 0) {
			return java.util.Optional.empty();
		}
		Label label = new Label(data.substring(0, dot), data.substring(dot + 1));
		return this.catalogue.intent(label).map(intent -> intent.label());
	}

	/** Whether a question can lie in a queue of this code. */
	boolean hasQueue(String code) {
		return this.catalogue.hasQueue(code);
	}

	/** By when an agency, or people in triage, owe the next step. */
	Instant due(String agency, Instant from) {
		int days = this.catalogue.agency(agency).map(Agency::deadline).orElse(TRIAGE_DEADLINE);
		return this.calendar.dueAt(from, days);
	}

	private List<Question.Candidate> candidates(Classification understood) {
		return understood.alternatives()
			.stream()
			.map(alternative -> new Question.Candidate(alternative.label().agency(), alternative.label().intent(),
					alternative.confidence()))
			.toList();
	}

	private static String limited(String text) {
		return (text.length() <= LONGEST_TEXT) ? text : text.substring(0, LONGEST_TEXT);
	}

}
