package org.jauap.conversation;

import java.util.List;

import org.jauap.agency.Agency;
import org.jauap.channel.Attachment;
import org.jauap.conversation.ConversationState.Pending;
import org.jauap.nlp.Classification;
import org.jauap.nlp.Decision;
import org.jauap.nlp.Language;
import org.jauap.understanding.Understander;

import org.springframework.stereotype.Component;

/** The opening of a matter: understands the words and decides what to do about them. */
@Component
class Opening {

	private final Sayings sayings;

	private final Matters matters;

	private final Understander understander;

	Opening(Sayings sayings, Matters matters, Understander understander) {
		this.sayings = sayings;
		this.matters = matters;
		this.understander = understander;
	}

	/** What a new matter comes to: emergency numbers, a registered question, a question back, or 'not my field'. */
	Outcome open(Turn turn, String text, List<Attachment> attachments) {
		if (text.isBlank()) {
			Pending wordless = Matters.pending(turn, Pending.Why.WORDLESS, "", attachments);
			return Outcome.silence(turn.state().withPending(wordless))
				.say(this.sayings.plain(turn.language(), "wordless"))
				.timer(Outcome.Timer.START);
		}
		return decide(turn, Matters.pending(turn, Pending.Why.ASKED, text, attachments));
	}

	/** A life in danger: the numbers at once, and with what was written what still waited is kept too. */
	Outcome urgent(Turn turn, String text, List<Attachment> attachments) {
		Classification understood = this.understander.understand(text, null);
		Pending waiting = turn.state().pending();
		Pending matter = (waiting != null && waiting.goesToTriage())
				? waiting.with(text, attachments, turn.messageId())
				: Matters.pending(turn, Pending.Why.EMERGENCY, text, attachments);
		return this.matters
			.emergency(in(turn, understood.language()), because(matter, Pending.Why.EMERGENCY), understood)
			.counting("decision:" + understood.decision().code());
	}

	/** Registers words at once, with a person where they aren't clear, beside a matter that still waits. */
	Outcome beside(Turn turn, Pending waiting, String text) {
		Classification understood = this.understander.understand(text, null);
		Pending own = Matters.pending(turn, Pending.Why.ASKED, text, List.of());
		Turn inItsLanguage = in(turn, understood.language());
		Outcome outcome = (understood.decision() == Decision.ROUTE)
				? this.matters.register(inItsLanguage, own, understood)
				: this.matters.register(inItsLanguage, own, understood.language(), Agency.TRIAGE, "", understood);
		return outcome.with(outcome.state().withPending(waiting)).timer(Outcome.Timer.KEEP);
	}

	/**
	 * More words while a matter's topic is not settled: mostly they settle it, so the whole is looked at once more. But
	 * words that are clear by themselves and about something else are a matter of their own; the other one still waits.
	 */
	Outcome goOn(Turn turn, Pending pending, String text, List<Attachment> attachments) {
		Pending whole = pending.with(text, attachments, turn.messageId());
		Classification alone = this.understander.understand(text, null);
		if (alone.decision() == Decision.ROUTE && !isAbout(pending, alone)) {
			Pending own = Matters.pending(turn, Pending.Why.ASKED, text, attachments);
			Outcome outcome = this.matters.register(in(turn, alone.language()), own, alone);
			return outcome.with(outcome.state().withPending(pending)).timer(Outcome.Timer.KEEP);
		}
		return decide(turn, whole);
	}

	/** Whether clear words name one of the topics that the matter may be about. */
	private boolean isAbout(Pending pending, Classification alone) {
		return pending.text().isBlank() || this.understander.understand(pending.text(), null)
			.alternatives()
			.stream()
			.anyMatch(offered -> offered.label().equals(alone.label()));
	}

	private Outcome decide(Turn turn, Pending matter) {
		Classification understood = this.understander.understand(matter.text(), null);
		Turn inItsLanguage = in(turn, understood.language());
		Outcome outcome = switch (understood.decision()) {
			case EMERGENCY -> this.matters.emergency(inItsLanguage, because(matter, Pending.Why.EMERGENCY), understood);
			case ROUTE -> this.matters.register(inItsLanguage, matter, understood);
			case ASK -> this.matters.askBack(inItsLanguage, because(matter, Pending.Why.ASKED), understood);
			case OUT_OF_SCOPE -> outOfScope(inItsLanguage, matter, understood);
		};
		return outcome.counting("decision:" + understood.decision().code());
	}

	private static Turn in(Turn turn, Language language) {
		return new Turn(turn.conversation(), turn.state().withLastLanguage(language), turn.content(), turn.messageId(),
				turn.about(), turn.isReply(), turn.questions(), language, turn.now(), turn.numbers());
	}

	/** A photo with 'hello', or chatter after a matter, is still somebody's matter: only words alone can be nobody's. */
	private Outcome outOfScope(Turn turn, Pending matter, Classification understood) {
		Pending waiting = turn.state().pending();
		boolean nothingWaits = waiting == null || !waiting.goesToTriage();
		if (matter.attachments().isEmpty() && nothingWaits) {
			return this.matters.outOfScope(turn, because(matter, Pending.Why.OUT_OF_SCOPE), understood.language());
		}
		return this.matters.askBack(turn, because(matter, Pending.Why.ASKED), understood);
	}

	private static Pending because(Pending matter, Pending.Why why) {
		return new Pending(matter.id(), why, matter.text(), matter.attachments(), matter.messages());
	}

}
