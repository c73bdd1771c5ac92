package org.jauap.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jauap.channel.Button;
import org.jauap.nlp.Language;
import org.jauap.question.QuestionChange;
import org.jauap.text.RichText;
import org.jspecify.annotations.Nullable;

/**
 * What a turn comes to: the conversation's new state and all effects, which are carried out together or not at all.
 *
 * @param state the new state
 * @param changes of questions
 * @param says messages to the citizen, in order
 * @param bind the channel's message ids that belong to a question from now on
 * @param timer whether a pending matter's time starts, ends, or goes on
 * @param counted what it adds to the gateway's own counters
 */
record Outcome(ConversationState state, List<QuestionChange> changes, List<Say> says, Map<String, String> bind,
		Timer timer, List<String> counted) {

	/** What happens to the time after which a pending matter goes to people. */
	enum Timer {

		START, STOP, KEEP

	}

	/**
	 * A message to the citizen.
	 *
	 * @param question number of the question it is about
	 */
	record Say(Language language, RichText text, List<List<Button>> buttons, @Nullable String question) {
	}

	/** Nothing happens, deliberately. */
	static Outcome silence(ConversationState state) {
		return new Outcome(state, List.of(), List.of(), Map.of(), Timer.KEEP, List.of());
	}

	Outcome with(ConversationState changed) {
		return new Outcome(changed, this.changes, this.says, this.bind, this.timer, this.counted);
	}

	Outcome say(Say say) {
		List<Say> more = new ArrayList<>(this.says);
		more.add(say);
		return new Outcome(this.state, this.changes, more, this.bind, this.timer, this.counted);
	}

	Outcome change(QuestionChange change) {
		List<QuestionChange> more = new ArrayList<>(this.changes);
		more.add(change);
		return new Outcome(this.state, more, this.says, this.bind, this.timer, this.counted);
	}

	Outcome bind(List<String> messages, String number) {
		Map<String, String> more = new HashMap<>(this.bind);
		messages.stream().filter(message -> !message.isEmpty()).forEach(message -> more.put(message, number));
		return new Outcome(this.state, this.changes, this.says, more, this.timer, this.counted);
	}

	Outcome timer(Timer changed) {
		return new Outcome(this.state, this.changes, this.says, this.bind, changed, this.counted);
	}

	Outcome counting(String what) {
		List<String> more = new ArrayList<>(this.counted);
		more.add(what);
		return new Outcome(this.state, this.changes, this.says, this.bind, this.timer, more);
	}

}
