package org.jauap.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.jauap.channel.Content;
import org.jauap.channel.Conversation;
import org.jauap.nlp.Language;
import org.jauap.question.Question;
import org.jauap.question.QuestionNumber;
import org.jspecify.annotations.Nullable;

/**
 * Everything a topic of the dialogue may look at to decide what happens next.
 *
 * @param conversation where it takes place
 * @param state what the gateway remembers
 * @param content what came in; none when a pending matter's time ran out
 * @param messageId the channel's id of the message; of the one under the button for a tap; may be empty
 * @param about the question that the message replies to or edits, if it is bound to one
 * @param isReply whether the citizen used the messenger's 'reply'
 * @param questions the citizen's latest questions, newest first
 * @param language the one to answer in unless the text has its own
 * @param now the time
 * @param numbers a fresh question number in this conversation's cell
 */
record Turn(Conversation conversation, ConversationState state, @Nullable Content content, String messageId,
		Optional<Question> about, boolean isReply, List<Question> questions, Language language, Instant now,
		Supplier<QuestionNumber> numbers) {

	/** One of the citizen's own questions by the number in a button. */
	Optional<Question> question(String number) {
		return QuestionNumber.parse(number)
			.flatMap(parsed -> this.questions.stream()
				.filter(question -> question.number().equals(parsed.text()))
				.findFirst());
	}

	/** The words that came in, if there are any. */
	Optional<Content.Words> words() {
		return (this.content instanceof Content.Words words) ? Optional.of(words) : Optional.empty();
	}

}
