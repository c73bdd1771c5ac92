package org.jauap.conversation;

import java.util.Optional;

import org.jauap.channel.Content;
import org.jauap.conversation.ConversationState.Expecting;
import org.jauap.conversation.ConversationState.Pending;
import org.jauap.conversation.ConversationState.Recent;
import org.jauap.nlp.Decision;
import org.jauap.question.Question;
import org.jauap.question.Status;
import org.jauap.understanding.Understander;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Anything a citizen writes or sends that is neither a command nor a button: it belongs to a question, or is a new matter. */
@Component
@Order(40)
class Words implements Topic {

	private final Sayings sayings;

	private final Matters matters;

	private final Opening opening;

	private final Understander understander;

	Words(Sayings sayings, Matters matters, Opening opening, Understander understander) {
		this.sayings = sayings;
		this.matters = matters;
		this.opening = opening;
		this.understander = understander;
	}

	@Override
	public Optional<Outcome> answer(Turn turn) {
		return turn.words().map(words -> answer(turn, words));
	}

	private Outcome answer(Turn turn, Content.Words words) {
		Optional<Question> named = named(turn);
		if (isEmergency(words.text())) {
			return named.map(question -> add(turn, question, words).say(this.sayings.plain(turn, "emergency")))
				.orElseGet(() -> this.opening.urgent(turn, words.text(), words.attachments()));
		}
		if (named.isPresent()) {
			return add(turn, named.get(), words);
		}
		Optional<Outcome> courtesy = courtesy(turn, words);
		if (courtesy.isPresent()) {
			return courtesy.get();
		}
		Optional<Question> recent = recent(turn);
		if (recent.isPresent()) {
			return add(turn, recent.get(), words);
		}
		Pending pending = turn.state().pending();
		if (pending != null && pending.goesToTriage()) {
			return this.opening.goOn(turn, pending, words.text(), words.attachments());
		}
		return this.opening.open(turn, words.text(), words.attachments());
	}

	/** Thanks and greetings get a friendly word; they open nothing, reopen nothing and settle nothing. */
	private Optional<Outcome> courtesy(Turn turn, Content.Words words) {
		if (!words.attachments().isEmpty()) {
			return Optional.empty();
		}
		if (this.sayings.isOnly("thanks.words", words.text())) {
			return Optional.of(Outcome.silence(turn.state()).say(this.sayings.plain(turn, "thanks")));
		}
		if (turn.state().greeted() && this.sayings.isOnly("greeting.words", words.text())) {
			return Optional.of(Outcome.silence(turn.state()).say(this.sayings.plain(turn, "greeting")));
		}
		return Optional.empty();
	}

	private boolean isEmergency(String text) {
		return !text.isBlank() && this.understander.understand(text, null).decision() == Decision.EMERGENCY;
	}

	/** The question that the words belong to by reply, by announcement, or because an official asked back. */
	private static Optional<Question> named(Turn turn) {
		if (turn.isReply() && turn.about().isPresent()) {
			return turn.about();
		}
		Expecting expecting = turn.state().expecting();
		if (expecting != null) {
			return turn.question(expecting.number());
		}
		if (turn.state().pending() != null) {
			return Optional.empty();
		}
		return turn.questions()
			.stream()
			.filter(question -> question.status() == Status.WAITING_FOR_CITIZEN)
			.findFirst();
	}

	/** The question that was registered or added to a moment ago. */
	private static Optional<Question> recent(Turn turn) {
		Recent recent = turn.state().recent();
		boolean stillMeant = recent != null && turn.state().pending() == null && turn.now().isBefore(recent.until());
		return stillMeant ? turn.question(recent.number()).filter(question -> question.status().isOpen())
				: Optional.empty();
	}

	private Outcome add(Turn turn, Question question, Content.Words words) {
		Expecting expecting = turn.state().expecting();
		Recent recent = turn.state().recent();
		boolean said = expecting == null && recent != null && recent.acknowledged()
				&& recent.number().equals(question.number()) && turn.now().isBefore(recent.until());
		return this.matters.add(turn, question, words.text(), words.attachments(), !said);
	}

}
