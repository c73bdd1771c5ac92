package org.jauap.channel;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jauap.nlp.Language;
import org.jauap.text.RichText;
import org.jspecify.annotations.Nullable;

/**
 * A message to a citizen, in the outbox or on its way.
 *
 * @param id unique in its conversation and derived from what caused it, so that the same cause enqueues it once
 * @param conversation whom it goes to
 * @param kind how it is treated when its outcome is unknown
 * @param language of the text
 * @param text at most {@link #LONGEST_TEXT} UTF-16 units; see {@link RichText#split}
 * @param buttons rows of buttons; empty: none
 * @param question number of the question it is about; a citizen's reply to it belongs to that question
 * @param entry the question's timeline entry whose delivery it is; 0: none
 * @param replaces the channel's id of an earlier message that this text replaces, instead of a new one
 * @param silent whether it arrives without sound
 * @param more whether the same text goes on in the next message
 */
public record OutgoingMessage(String id, Conversation conversation, Kind kind, Language language, RichText text,
		List<List<Button>> buttons, @Nullable String question, int entry, @Nullable String replaces,
		boolean silent, boolean more) {

	/** <a href="https://core.telegram.org/bots/api#sendmessage">Bot API, sendMessage</a>. */
	public static final int LONGEST_TEXT = 4096;

	private static final String REPEATED = "-r";

	/** What a message is, in view of an unknown outcome. */
	public enum Kind {

		/** An official's words: repeated once, visibly marked, when its outcome is unknown. */
		REPLY,
		/** What the gateway says by itself; not repeated. */
		NOTICE,
		/** An announcement, in the bulk lane; not repeated. */
		BROADCAST

	}

	/** The same words once more, visibly marked: the first attempt's outcome is unknown. */
	OutgoingMessage repeated(RichText mark) {
		RichText marked = mark.append(RichText.plain("\n\n")).append(this.text);
		RichText fitting = marked.text().length() <= LONGEST_TEXT ? marked : marked.split(LONGEST_TEXT).getFirst();
		return new OutgoingMessage(this.id + REPEATED, this.conversation, this.kind, this.language, fitting,
				this.buttons, this.question, this.entry, null, this.silent, this.more);
	}

	/** Whether it is the one repetition that an uncertain message gets. */
	@JsonIgnore
	boolean isRepetition() {
		return this.id.endsWith(REPEATED);
	}

	/** Whether it replaces an earlier message's text. */
	@JsonIgnore
	public boolean isEdit() {
		return this.replaces != null;
	}

}
