package org.jauap.channel.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jauap.channel.Attachment;
import org.jauap.channel.Content;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a message says and carries.
 * @see <a href="https://core.telegram.org/bots/api#message">Bot API, Message</a>
 */
final class MessageWords {

	/** What a citizen may send that can't be read. Anything else without words is a service message: silence. */
	private static final List<String> UNREADABLE = List.of("sticker", "video_note", "poll", "dice", "game", "story",
			"contact", "paid_media", "checklist", "giveaway", "giveaway_winners", "invoice", "passport_data",
			"rich_message");

	private static final List<String> FILES = List.of("document", "voice", "audio", "video");

	private MessageWords() {
	}

	static Content.Words of(JsonNode message) {
		String text = Stream.of(message.path("text"), message.path("caption"))
			.map(node -> node.asString(""))
			.filter(words -> !words.isEmpty())
			.findFirst()
			.orElseGet(() -> place(message.path("venue")).or(() -> ownNumber(message)).orElse(""));
		return new Content.Words(text, attachments(message));
	}

	/** The kind of thing that can't be read, if the message is one. */
	static Optional<String> unreadable(JsonNode message) {
		return UNREADABLE.stream().filter(message::has).findFirst();
	}

	private static List<Attachment> attachments(JsonNode message) {
		List<Attachment> all = new ArrayList<>();
		largest(message.path("photo")).ifPresent(all::add);
		if (message.path("animation").isObject()) {
			// It comes with a copy in 'document', for old programs.
			file("document", message.path("animation")).ifPresent(all::add);
		}
		else {
			FILES.forEach(kind -> file(kind, message.path(kind)).ifPresent(all::add));
		}
		file("video", message.path("live_photo")).ifPresent(all::add);
		location(message.path("location")).ifPresent(all::add);
		return List.copyOf(all);
	}

	private static Optional<Attachment> largest(JsonNode sizes) {
		JsonNode best = null;
		for (JsonNode size : sizes) {
			if (best == null || area(size) >= area(best)) {
				best = size;
			}
		}
		return (best == null) ? Optional.empty() : file("photo", best);
	}

	private static long area(JsonNode size) {
		return size.path("width").asLong(0) * size.path("height").asLong(0);
	}

	private static Optional<Attachment> file(String kind, JsonNode file) {
		String id = file.path("file_id").asString("");
		return id.isEmpty() ? Optional.empty()
				: Optional.of(Attachment.file(kind, id, text(file.path("file_name")), text(file.path("mime_type")),
						file.path("file_size").isIntegralNumber() ? file.path("file_size").asLong(0) : null));
	}

	private static Optional<Attachment> location(JsonNode location) {
		return (location.path("latitude").isNumber() && location.path("longitude").isNumber())
				? Optional.of(Attachment.location(location.path("latitude").asDouble(0),
						location.path("longitude").asDouble(0)))
				: Optional.empty();
	}

	private static Optional<String> place(JsonNode venue) {
		String place = String.join(", ",
				Stream.of("title", "address")
					.map(field -> venue.path(field).asString(""))
					.filter(words -> !words.isBlank())
					.toList());
		return place.isEmpty() ? Optional.empty() : Optional.of(place);
	}

	/** A citizen who shares their own contact tells their number; somebody else's is not theirs to tell. */
	private static Optional<String> ownNumber(JsonNode message) {
		JsonNode contact = message.path("contact");
		boolean own = contact.path("user_id").isIntegralNumber()
				&& contact.path("user_id").equals(message.path("from").path("id"));
		return own ? Optional.ofNullable(text(contact.path("phone_number"))) : Optional.empty();
	}

	private static @Nullable String text(JsonNode node) {
		String text = node.asString("");
		return text.isEmpty() ? null : text;
	}

}
