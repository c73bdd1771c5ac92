package org.jauap.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jauap.channel.Attachment;
import org.jauap.nlp.Language;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway remembers of a conversation between two turns.
 *
 * @param language the language the citizen chose
 * @param lastLanguage the language of the last text
 * @param greeted whether the first-contact text was said
 * @param pending a matter that is not registered yet
 * @param recent the question the last words were about, to which more may be added
 * @param expecting what the next words are about
 * @param pendings how many matters were ever pending; names them in buttons
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConversationState(@Nullable Language language, @Nullable Language lastLanguage, boolean greeted,
		@Nullable Pending pending, @Nullable Recent recent, @Nullable Expecting expecting, int pendings) {

	static final ConversationState NEW = new ConversationState(null, null, false, null, null, null, 0);

	/**
	 * Words whose topic is not settled.
	 *
	 * @param id stands in the buttons, so that a tap on an older card is recognised
	 * @param why what the citizen was told
	 * @param messages the channel's ids of the messages
	 */
	record Pending(int id, Why why, String text, List<Attachment> attachments, List<String> messages) {

		enum Why {

			/** Topics were offered. */
			ASKED,
			/** The emergency numbers were shown. */
			EMERGENCY,
			/** It seemed to be nobody's matter. */
			OUT_OF_SCOPE,
			/** There were no words yet, only a photo or the like. */
			WORDLESS

		}

		/** Whether people look at it when the citizen doesn't choose. */
		boolean goesToTriage() {
			return this.why != Why.OUT_OF_SCOPE;
		}

		Pending with(String moreText, List<Attachment> moreAttachments, String message) {
			List<Attachment> allAttachments = new ArrayList<>(this.attachments);
			allAttachments.addAll(moreAttachments);
			List<String> allMessages = new ArrayList<>(this.messages);
			allMessages.add(message);
			String joined = (this.text + "\n" + moreText).strip();
			return new Pending(this.id, this.why, joined, allAttachments, allMessages);
		}

	}

	/**
	 * A question that was registered or added to.
	 *
	 * @param until when words without a hint no longer belong to it
	 * @param acknowledged whether 'added' was said since
	 * @param lastAddition the last words that were added, in case they are another matter
	 */
	record Recent(String number, Instant until, boolean acknowledged, @Nullable String lastAddition) {
	}

	/** The next words are about this question: what is missing, a comment, or an addition. */
	record Expecting(String number, What what) {

		enum What {

			ADDITION, MISSING, COMMENT

		}

	}

	ConversationState withLanguage(@Nullable Language chosen) {
		return new ConversationState(chosen, this.lastLanguage, this.greeted, this.pending, this.recent,
				this.expecting, this.pendings);
	}

	ConversationState withLastLanguage(Language written) {
		return new ConversationState(this.language, written, this.greeted, this.pending, this.recent, this.expecting,
				this.pendings);
	}

	ConversationState withGreeted() {
		return new ConversationState(this.language, this.lastLanguage, true, this.pending, this.recent, this.expecting,
				this.pendings);
	}

	ConversationState withPending(Pending unsettled) {
		return new ConversationState(this.language, this.lastLanguage, this.greeted, unsettled, this.recent, null,
				Math.max(this.pendings, unsettled.id()));
	}

	ConversationState withoutPending() {
		return new ConversationState(this.language, this.lastLanguage, this.greeted, null, this.recent, this.expecting,
				this.pendings);
	}

	ConversationState withRecent(@Nullable Recent question) {
		return new ConversationState(this.language, this.lastLanguage, this.greeted, this.pending, question,
				this.expecting, this.pendings);
	}

	ConversationState withExpecting(@Nullable Expecting next) {
		return new ConversationState(this.language, this.lastLanguage, this.greeted, this.pending, this.recent, next,
				this.pendings);
	}

}
