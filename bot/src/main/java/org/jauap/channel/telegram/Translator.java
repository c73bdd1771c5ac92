package org.jauap.channel.telegram;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jauap.channel.Content;
import org.jauap.channel.Conversation;
import org.jauap.channel.IncomingMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Updates in the gateway's own words. Pure; what it does not know it leaves alone, so that nothing new breaks it. */
final class Translator {

	private static final List<String> IN_A_GROUP = List.of("member", "administrator", "creator");

	private Translator() {
	}

	/**
	 * What the update says.
	 * @param now when it arrived, for updates that have no time of their own
	 * @return empty: a deliberate silence
	 */
	static Optional<IncomingMessage> translate(Update update, Instant now) {
		JsonNode body = update.body();
		return switch (update.kind()) {
			case Update.MESSAGE -> content(body).flatMap(content -> message(body, content, now));
			case Update.EDITED -> edited(body).flatMap(content -> message(body, content, now));
			case Update.TAP -> tap(body, now);
			case Update.MEMBERSHIP -> membership(body, now);
			default -> Optional.empty();
		};
	}

	private static Optional<Content> content(JsonNode message) {
		Content.Words words = MessageWords.of(message);
		return (words.text().isEmpty() && words.attachments().isEmpty())
				? MessageWords.unreadable(message).map(Content.Unreadable::new) : Optional.of(words);
	}

	private static Optional<Content> edited(JsonNode message) {
		if (message.has("location")) {
			// A live location moves every few seconds.
			return Optional.empty();
		}
		Content.Words words = MessageWords.of(message);
		return (words.text().isEmpty() && words.attachments().isEmpty()) ? Optional.empty()
				: Optional.of(new Content.Edited(words.text(), words.attachments()));
	}

	private static Optional<IncomingMessage> message(JsonNode message, Content content, Instant now) {
		return privateChat(message.path("chat"))
			.map(chat -> new IncomingMessage(chat, id(message), time(message, now), content,
					emptyToNull(id(message.path("reply_to_message"))), language(message)));
	}

	private static Optional<IncomingMessage> tap(JsonNode callback, Instant now) {
		JsonNode under = callback.path("message");
		String data = callback.path("data").asString("");
		return data.isEmpty() ? Optional.empty()
				: privateChat(under.path("chat")).map(chat -> new IncomingMessage(chat, id(under), now,
						new Content.Tap(data), null, language(callback)));
	}

	private static Optional<IncomingMessage> membership(JsonNode change, Instant now) {
		JsonNode chat = change.path("chat");
		String was = change.path("old_chat_member").path("status").asString("");
		String is = change.path("new_chat_member").path("status").asString("");
		Optional<Content> content;
		if (isPrivate(chat)) {
			content = is.equals("kicked") ? Optional.of(new Content.Left())
					: (is.equals("member") && was.equals("kicked")) ? Optional.of(new Content.CameBack())
							: Optional.empty();
		}
		else {
			boolean restricted = is.equals("restricted")
					&& change.path("new_chat_member").path("is_member").asBoolean(false);
			content = (IN_A_GROUP.contains(is) || restricted) ? Optional.of(new Content.Group()) : Optional.empty();
		}
		return content.flatMap(known -> conversation(chat)
			.map(where -> new IncomingMessage(where, "", time(change, now), known, null, language(change))));
	}

	private static Optional<Conversation> privateChat(JsonNode chat) {
		return isPrivate(chat) ? conversation(chat) : Optional.empty();
	}

	private static boolean isPrivate(JsonNode chat) {
		return chat.path("type").asString("").equals("private");
	}

	private static Optional<Conversation> conversation(JsonNode chat) {
		return chat.path("id").isIntegralNumber()
				? Optional.of(new Conversation(TelegramChannel.NAME, chat.path("id").asString())) : Optional.empty();
	}

	private static Instant time(JsonNode of, Instant now) {
		long seconds = of.path("date").asLong(0);
		return (seconds > 0) ? Instant.ofEpochSecond(seconds) : now;
	}

	private static String id(JsonNode message) {
		return message.path("message_id").asString("");
	}

	private static @Nullable String language(JsonNode of) {
		return emptyToNull(of.path("from").path("language_code").asString(""));
	}

	private static @Nullable String emptyToNull(String text) {
		return text.isEmpty() ? null : text;
	}

}
