package org.jauap.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jauap.agency.Agency;
import org.jauap.channel.Button;
import org.jauap.channel.Content;
import org.jauap.conversation.ConversationState.Expecting;
import org.jauap.nlp.Label;
import org.jauap.nlp.Language;
import org.jauap.question.Question;
import org.jauap.question.Status;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Buttons under messages about a question, and the general ones. Those of a pending matter are {@link PendingTaps}. */
@Component
@Order(31)
class Taps implements Topic {

	private static final int TOPICS_TO_CORRECT = 4;

	private final Sayings sayings;

	private final Matters matters;

	private final Commands commands;

	private final Opening opening;

	Taps(Sayings sayings, Matters matters, Commands commands, Opening opening) {
		this.sayings = sayings;
		this.matters = matters;
		this.commands = commands;
		this.opening = opening;
	}

	@Override
	public Optional<Outcome> answer(Turn turn) {
		if (!(turn.content() instanceof Content.Tap tap)) {
			return Optional.empty();
		}
		String[] data = tap.data().split(":", 3);
		String first = (data.length > 1) ? data[1] : "";
		String second = (data.length > 2) ? data[2] : "";
		return Optional.of(switch (data[0]) {
			case "lang" -> chooseLanguage(turn, first);
			case "examples" -> say(turn, "examples");
			case "my" -> Outcome.silence(turn.state()).say(this.commands.questions(turn, page(first)));
			case "separate" -> separate(turn);
			case "show" -> of(turn, first, question -> show(turn, question));
			case "add" -> of(turn, first, question -> expect(turn, question, Expecting.What.ADDITION, "add"));
			case "comment" -> of(turn, first, question -> expect(turn, question, Expecting.What.COMMENT, "comment"));
			case "wrong" -> of(turn, first, question -> correctable(turn, question, () -> wrong(turn, question)));
			case "agencies" -> of(turn, first, question -> correctable(turn, question, () -> agencies(turn, question)));
			case "move" -> of(turn, first, question -> correctable(turn, question, () -> move(turn, question, second)));
			case "person" -> of(turn, first,
					question -> correctable(turn, question, () -> move(turn, question, Agency.TRIAGE)));
			case "withdraw" -> of(turn, first, question -> withdraw(turn, question));
			case "solved" -> of(turn, first, question -> solved(turn, question));
			case "rate" -> of(turn, first, question -> rate(turn, question, second));
			case "unsolved" -> of(turn, first, question -> unsolved(turn, question));
			default -> say(turn, "stale");
		});
	}

	private Outcome of(Turn turn, String number, Function<Question, Outcome> answer) {
		return turn.question(number).map(answer).orElseGet(() -> say(turn, "stale"));
	}

	private Outcome chooseLanguage(Turn turn, String code) {
		return Language.of(code)
			.map(language -> Outcome.silence(turn.state().withLanguage(language).withLastLanguage(language))
				.say(this.sayings.plain(language, "language.chosen")))
			.orElseGet(() -> say(turn, "stale"));
	}

	/** The last addition was another matter after all: it is looked at anew. */
	private Outcome separate(Turn turn) {
		ConversationState.Recent recent = turn.state().recent();
		if (recent == null || recent.lastAddition() == null) {
			return say(turn, "stale");
		}
		ConversationState.Pending waiting = turn.state().pending();
		if (waiting != null && waiting.goesToTriage()) {
			return this.opening.beside(turn, waiting, recent.lastAddition());
		}
		Turn anew = new Turn(turn.conversation(), turn.state().withRecent(null),
				new Content.Words(recent.lastAddition(), List.of()), "", Optional.empty(), false, turn.questions(),
				turn.language(), turn.now(), turn.numbers());
		return this.opening.open(anew, recent.lastAddition(), List.of());
	}

	private Outcome show(Turn turn, Question question) {
		Language language = turn.language();
		String number = Sayings.compact(question);
		List<List<Button>> rows = new ArrayList<>();
		if (question.status().isOpen()) {
			rows.add(List.of(this.sayings.tap(language, "button.add", "add:" + number),
					this.sayings.tap(language, "button.withdraw", "withdraw:" + number)));
		}
		else if (question.mayBeReopened() && question.status() == Status.ANSWERED) {
			rows.add(List.of(this.sayings.tap(language, "reply.solved", "solved:" + number),
					this.sayings.tap(language, "reply.not-solved", "unsolved:" + number)));
		}
		return Outcome.silence(turn.state()).say(this.sayings.timeline(language, question, rows));
	}

	private Outcome expect(Turn turn, Question question, Expecting.What what, String key) {
		return Outcome.silence(turn.state().withExpecting(new Expecting(question.number(), what)))
			.say(this.sayings.about(turn.language(), key, question, List.of()));
	}

	private Outcome correctable(Turn turn, Question question, java.util.function.Supplier<Outcome> answer) {
		if (question.mayBeCorrected()) {
			return answer.get();
		}
		return Outcome.silence(turn.state())
			.say(this.sayings.about(turn.language(), "no-longer-correctable", question, List.of()));
	}

	private Outcome wrong(Turn turn, Question question) {
		Language language = turn.language();
		String number = Sayings.compact(question);
		List<List<Button>> rows = new ArrayList<>();
		for (Question.Candidate candidate : question.candidates()) {
			boolean current = candidate.agency().equals(question.agency())
					&& candidate.intent().equals(question.intent());
			if (!current && rows.size() < TOPICS_TO_CORRECT) {
				Label label = new Label(candidate.agency(), candidate.intent());
				rows.add(List.of(this.sayings.topic(language, label, "move:" + number + ":" + label)));
			}
		}
		rows.add(List.of(this.sayings.tap(language, "button.all-agencies", "agencies:" + number)));
		rows.add(List.of(this.sayings.tap(language, "button.person", "person:" + number)));
		return Outcome.silence(turn.state()).say(this.sayings.about(language, "wrong-agency", question, rows));
	}

	private Outcome agencies(Turn turn, Question question) {
		Language language = turn.language();
		return Outcome.silence(turn.state())
			.say(this.sayings.about(language, "wrong-agency", question,
					this.sayings.agencies(language, "move", Sayings.compact(question))));
	}

	/** {@code to} is an agency's code, or a topic's label. */
	private Outcome move(Turn turn, Question question, String to) {
		Optional<Label> topic = this.matters.topic(to);
		if (topic.isEmpty() && !this.matters.hasQueue(to)) {
			return say(turn, "stale");
		}
		String agency = topic.map(Label::agency).orElse(to);
		String intent = topic.map(Label::intent).orElse("");
		var change = question.correct(agency, intent, this.matters.due(agency, turn.now()), turn.now());
		Language language = turn.language();
		return Outcome.silence(turn.state())
			.change(change)
			.say(this.sayings.about(language, movedTo(agency, intent), change.after(), List.of()));
	}

	private static String movedTo(String agency, String intent) {
		if (Agency.TRIAGE.equals(agency)) {
			return "moved.triage";
		}
		return intent.isEmpty() ? "moved.agency" : "moved";
	}

	private Outcome withdraw(Turn turn, Question question) {
		if (!question.status().isOpen()) {
			return show(turn, question);
		}
		return Outcome.silence(turn.state())
			.change(question.withdraw(turn.now()))
			.say(this.sayings.about(turn.language(), "withdrawn", question, List.of()));
	}

	private Outcome solved(Turn turn, Question question) {
		String number = Sayings.compact(question);
		List<Button> stars = new ArrayList<>();
		for (int star = 1; star <= 5; star++) {
			stars.add(new Button.Tap(Integer.toString(star), "rate:" + number + ":" + star));
		}
		Outcome outcome = Outcome.silence(turn.state())
			.say(this.sayings.about(turn.language(), "rate", question, List.of(stars)));
		boolean first = question.timeline()
			.stream()
			.noneMatch(entry -> entry.kind() == org.jauap.question.Entry.Kind.SOLVED);
		return first ? outcome.change(question.solve(turn.now())) : outcome;
	}

	private Outcome rate(Turn turn, Question question, String stars) {
		if (!stars.matches("[1-5]")) {
			return say(turn, "stale");
		}
		Language language = turn.language();
		List<List<Button>> comment = List
			.of(List.of(this.sayings.tap(language, "button.comment", "comment:" + Sayings.compact(question))));
		return Outcome.silence(turn.state())
			.change(question.rate(Integer.parseInt(stars), turn.now()))
			.say(this.sayings.about(language, "rated", question, comment));
	}

	private Outcome unsolved(Turn turn, Question question) {
		if (question.status().isOpen()) {
			return expect(turn, question, Expecting.What.MISSING, "reopened");
		}
		if (!question.mayBeReopened()) {
			return Outcome.silence(turn.state())
				.say(this.sayings.about(turn.language(), "higher-level", question, List.of()));
		}
		var change = question.reopen(this.matters.due(question.agency(), turn.now()), turn.now());
		return Outcome.silence(turn.state().withExpecting(new Expecting(question.number(), Expecting.What.MISSING)))
			.change(change)
			.say(this.sayings.about(turn.language(), "reopened", change.after(), List.of()));
	}

	private Outcome say(Turn turn, String key) {
		return Outcome.silence(turn.state()).say(this.sayings.plain(turn.language(), key));
	}

	private static int page(String text) {
		return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
	}

}
