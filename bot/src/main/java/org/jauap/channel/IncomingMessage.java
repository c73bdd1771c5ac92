package org.jauap.channel;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that came in from a citizen, translated from the channel's own form.
 *
 * @param conversation where it came in
 * @param messageId the channel's id of the message; of the message under the button for a tap; empty if there is none
 * @param at when the citizen sent it
 * @param content what it consists of
 * @param replyTo the channel's id of the message it answers, if the citizen used the messenger's 'reply'
 * @param messengerLanguage the language of the citizen's messenger (IETF tag), if known
 */
public record IncomingMessage(Conversation conversation, String messageId, Instant at, Content content,
		@Nullable String replyTo, @Nullable String messengerLanguage) {
}
