package org.jauap.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jauap.agency.Agency;
import org.jauap.agency.Catalogue;
import org.jauap.channel.Button;
import org.jauap.channel.Content;
import org.jauap.conversation.ConversationState.Pending;
import org.jauap.nlp.Classification;
import org.jauap.nlp.Language;
import org.jauap.understanding.Understander;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Buttons that settle what a pending matter is about, and what happens when nobody presses one. */
@Component
@Order(30)
class PendingTaps implements Topic {

	private final Sayings sayings;

	private final Matters matters;

	private final Catalogue catalogue;

	private final Understander understander;

	PendingTaps(Sayings sayings, Matters matters, Catalogue catalogue, Understander understander) {
		this.sayings = sayings;
		this.matters = matters;
		this.catalogue = catalogue;
		this.understander = understander;
	}

	@Override
	public Optional<Outcome> answer(Turn turn) {
		Pending pending = turn.state().pending();
		if (turn.content() == null) {
			return Optional.of((pending != null && pending.goesToTriage()) ? triage(turn, pending)
					: Outcome.silence(turn.state()).timer(Outcome.Timer.STOP));
		}
		if (!(turn.content() instanceof Content.Tap tap)) {
			return Optional.empty();
		}
		String[] data = tap.data().split(":", 3);
		if (!List.of("topic", "other", "to", "triage").contains(data[0]) || data.length < 2) {
			return Optional.empty();
		}
		if (pending == null || !Integer.toString(pending.id()).equals(data[1])) {
			return Optional.of(Outcome.silence(turn.state()).say(this.sayings.plain(turn.language(), "stale")));
		}
		String chosen = (data.length > 2) ? data[2] : "";
		return Optional.of(switch (data[0]) {
			case "topic" -> topic(turn, pending, chosen);
			case "other" -> agencies(turn, pending);
			case "to" -> agency(turn, pending, chosen);
			default -> triage(turn, pending);
		});
	}

	private Outcome topic(Turn turn, Pending pending, String chosen) {
		return this.matters.topic(chosen)
			.map(label -> register(turn, pending, label.agency(), label.intent()))
			.orElseGet(() -> triage(turn, pending));
	}

	private Outcome agencies(Turn turn, Pending pending) {
		Language language = turn.language();
		List<List<Button>> rows = new ArrayList<>();
		rows.add(List.of(this.sayings.tap(language, "button.person", "triage:" + pending.id())));
		rows.addAll(this.sayings.agencies(language, "to", Integer.toString(pending.id())));
		return Outcome.silence(turn.state()).say(this.sayings.plain(language, "which-agency", rows));
	}

	private Outcome agency(Turn turn, Pending pending, String code) {
		return this.catalogue.agency(code)
			.map(agency -> register(turn, pending, agency.code(), ""))
			.orElseGet(() -> triage(turn, pending));
	}

	private Outcome triage(Turn turn, Pending pending) {
		return register(turn, pending, Agency.TRIAGE, "");
	}

	/** The language and the likeliest topics of the question are still the classifier's; where it goes, the person's. */
	private Outcome register(Turn turn, Pending pending, String agency, String intent) {
		Classification understood = this.understander.understand(pending.text(), null);
		Language language = pending.text().isBlank() ? turn.language() : understood.language();
		Outcome outcome = this.matters.register(turn, pending, language, agency, intent, understood);
		return outcome.counting("asked-back:" + ((turn.content() == null) ? "unanswered" : "answered"));
	}

}
