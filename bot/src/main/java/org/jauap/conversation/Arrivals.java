package org.jauap.conversation;

import java.util.Optional;

import org.jauap.channel.Content;
import org.jauap.question.Entry;
import org.jauap.question.Question;
import org.jauap.question.Status;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is neither words nor a button: stickers, edits, coming and going, groups. */
@Component
@Order(10)
class Arrivals implements Topic {

	private final Sayings sayings;

	Arrivals(Sayings sayings) {
		this.sayings = sayings;
	}

	@Override
	public Optional<Outcome> answer(Turn turn) {
		return switch (turn.content()) {
			case Content.Unreadable _ -> Optional.of(say(turn, "unreadable"));
			case Content.Group _ -> Optional.of(say(turn, "group"));
			case Content.Edited edited -> Optional.of(edit(turn, edited));
			case Content.Left _ -> Optional.of(Outcome.silence(turn.state()));
			case Content.CameBack _ -> Optional.of(Outcome.silence(turn.state()));
			case Content.Words _ -> Optional.empty();
			case Content.Tap _ -> Optional.empty();
			case null -> Optional.empty();
		};
	}

	/**
	 * Until an official has claimed it, the first message's edit changes the text; later, and where the text was joined
	 * from several lines, it is kept as an addition, so that no words are lost.
	 */
	private Outcome edit(Turn turn, Content.Edited edited) {
		Outcome nothing = Outcome.silence(turn.state());
		if (turn.about().isEmpty() || edited.text().isBlank()) {
			return nothing;
		}
		Question question = turn.about().get();
		boolean untouched = question.status() == Status.NEW && question.assignee().isEmpty()
				&& question.timeline().size() == 1 && !question.text().contains("\n");
		if (untouched) {
			return nothing.change(question.edit(edited.text(), turn.now()));
		}
		return nothing.change(question.add(new Entry(turn.now(), Entry.Kind.ADDED, Entry.CITIZEN, edited.text())));
	}

	private Outcome say(Turn turn, String key) {
		return Outcome.silence(turn.state()).say(this.sayings.plain(turn, key));
	}

}
