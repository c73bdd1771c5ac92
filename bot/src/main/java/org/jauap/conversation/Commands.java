package org.jauap.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jauap.channel.Button;
import org.jauap.conversation.Outcome.Say;
import org.jauap.nlp.Language;
import org.jauap.question.Question;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code /start /help /language /ask /my /privacy}; any other command gets the help. */
@Component
@Order(20)
class Commands implements Topic {

	static final int QUESTIONS_A_PAGE = 5;

	private final Sayings sayings;

	Commands(Sayings sayings) {
		this.sayings = sayings;
	}

	@Override
	public Optional<Outcome> answer(Turn turn) {
		return turn.words()
			.map(words -> words.text().strip())
			.filter(text -> text.startsWith("/") && text.length() > 1)
			.map(text -> command(turn, name(text)));
	}

	/** {@code /my@SomeBot 2} is {@code my}. */
	private static String name(String text) {
		return text.substring(1).split("[\\s@]", 2)[0].toLowerCase(Locale.ROOT);
	}

	private Outcome command(Turn turn, String name) {
		Language language = turn.language();
		Outcome outcome = Outcome.silence(turn.state().withExpecting(null));
		return switch (name) {
			case "start" -> outcome.with(outcome.state().withGreeted())
				.say(this.sayings.plain(language, "start", startButtons(language)));
			case "language" -> outcome.say(this.sayings.plain(language, "language", languages()));
			case "ask" -> outcome.say(this.sayings.plain(turn, "ask"));
			case "my" -> outcome.say(questions(turn, 0));
			case "privacy" -> outcome.say(this.sayings.plain(turn, "privacy"));
			default -> outcome.say(this.sayings.plain(turn, "help", List.of(examplesRow(language))));
		};
	}

	/** The list of the citizen's questions from this page on. */
	Say questions(Turn turn, int page) {
		Language language = turn.language();
		List<Question> questions = turn.questions();
		int from = page * QUESTIONS_A_PAGE;
		if (from >= questions.size()) {
			return this.sayings.plain(language, (turn.state().pending() == null) ? "my.none" : "my.pending");
		}
		List<List<Button>> rows = new ArrayList<>();
		questions.stream()
			.skip(from)
			.limit(QUESTIONS_A_PAGE)
			.forEach(question -> rows.add(List.of(this.sayings.question(language, question))));
		if (questions.size() > from + QUESTIONS_A_PAGE) {
			rows.add(List.of(this.sayings.tap(language, "button.older", "my:" + (page + 1))));
		}
		return this.sayings.plain(language, "my", rows);
	}

	private List<List<Button>> startButtons(Language language) {
		List<List<Button>> rows = new ArrayList<>();
		rows.addAll(languages());
		rows.add(examplesRow(language));
		return rows;
	}

	private List<Button> examplesRow(Language language) {
		return List.of(this.sayings.tap(language, "button.examples", "examples"),
				this.sayings.tap(language, "button.my", "my:0"));
	}

	/** Each language under its own name. */
	private List<List<Button>> languages() {
		List<Button> row = new ArrayList<>();
		for (Language language : Language.values()) {
			row.add(this.sayings.tap(language, "language.name", "lang:" + language.code()));
		}
		return List.of(row);
	}

}
