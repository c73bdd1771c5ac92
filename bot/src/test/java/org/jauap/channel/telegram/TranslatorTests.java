package org.jauap.channel.telegram;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jauap.channel.Attachment;
import org.jauap.channel.Content;
import org.jauap.channel.Conversation;
import org.jauap.channel.IncomingMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Each kind of update, and what the gateway makes of it. */
class TranslatorTests {

	private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

	private static final String LARGE_PHOTO = """
			"photo": [{"file_id": "s", "width": 90, "height": 60, "file_size": 1000},
			          {"file_id": "l", "width": 900, "height": 600, "file_size": 90000},
			          {"file_id": "m", "width": 300, "height": 200, "file_size": 9000}]""";

	static Stream<Arguments> messages() {
		return Stream.of(
				arguments("text", "\"text\": \"су жоқ\"", words("су жоқ")),
				arguments("command", "\"text\": \"/start sub_water\"", words("/start sub_water")),
				arguments("forwarded text", "\"text\": \"смотрите\", \"forward_origin\": {\"type\": \"tomorrow's\"}",
						words("смотрите")),
				arguments("text with a field nobody knows", "\"text\": \"hello\", \"hologram\": {\"a\": [1]}",
						words("hello")),
				arguments("photo: the largest", LARGE_PHOTO, words("", file("photo", "l", null, null, 90000L))),
				arguments("photo with caption", "\"caption\": \"вот справка\", " + LARGE_PHOTO,
						words("вот справка", file("photo", "l", null, null, 90000L))),
				arguments("document", """
						"document": {"file_id": "d", "file_name": "scan.pdf", "mime_type": "application/pdf",
						 "file_size": 5000000000}""",
						words("", file("document", "d", "scan.pdf", "application/pdf", 5_000_000_000L))),
				arguments("voice", "\"voice\": {\"file_id\": \"v\", \"duration\": 3, \"mime_type\": \"audio/ogg\"}",
						words("", file("voice", "v", null, "audio/ogg", null))),
				arguments("audio", "\"audio\": {\"file_id\": \"a\", \"duration\": 3}",
						words("", file("audio", "a", null, null, null))),
				arguments("video", "\"video\": {\"file_id\": \"w\"}", words("", file("video", "w", null, null, null))),
				arguments("animation: a document, once", """
						"animation": {"file_id": "g", "mime_type": "video/mp4"}, "document": {"file_id": "g"}""",
						words("", file("document", "g", null, "video/mp4", null))),
				arguments("location", "\"location\": {\"latitude\": 43.25, \"longitude\": 76.95}",
						words("", Attachment.location(43.25, 76.95))),
				arguments("venue", """
						"location": {"latitude": 43, "longitude": 77},
						"venue": {"title": "Школа 12", "address": "ул. Абая, 1"}""",
						words("Школа 12, ул. Абая, 1", Attachment.location(43, 77))),
				arguments("one's own contact", "\"contact\": {\"user_id\": 7, \"phone_number\": \"+77010000000\"}",
						words("+77010000000")),
				arguments("somebody's contact", "\"contact\": {\"user_id\": 8, \"phone_number\": \"+77010000000\"}",
						new Content.Unreadable("contact")),
				arguments("sticker", "\"sticker\": {\"file_id\": \"x\"}", new Content.Unreadable("sticker")),
				arguments("video note", "\"video_note\": {\"file_id\": \"x\"}", new Content.Unreadable("video_note")),
				arguments("poll", "\"poll\": {\"id\": \"1\"}", new Content.Unreadable("poll")),
				arguments("dice", "\"dice\": {\"value\": 6}", new Content.Unreadable("dice")),
				arguments("game", "\"game\": {}", new Content.Unreadable("game")),
				arguments("story", "\"story\": {\"id\": 1}", new Content.Unreadable("story")),
				arguments("checklist", "\"checklist\": {}", new Content.Unreadable("checklist")));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("messages")
	void messageInAPrivateChat(String name, String fields, Content expected) {
		assertThat(translate(message("message", fields))).contains(new IncomingMessage(new Conversation("telegram", "7"),
				"55", Instant.ofEpochSecond(1795500000), expected, null, "kk"));
	}

	@Test
	void replyNamesTheMessageItAnswers() {
		Optional<IncomingMessage> reply = translate(
				message("message", "\"text\": \"ещё\", \"reply_to_message\": {\"message_id\": 54, \"date\": 1}"));

		assertThat(reply).map(IncomingMessage::replyTo).contains("54");
	}

	@Test
	void editKeepsTheMessagesId() {
		assertThat(translate(message("edited_message", "\"text\": \"су жоқ, 3 күн\""))).hasValueSatisfying(edit -> {
			assertThat(edit.messageId()).isEqualTo("55");
			assertThat(edit.content()).isEqualTo(new Content.Edited("су жоқ, 3 күн", List.of()));
		});
	}

	@Test
	void tapNamesTheMessageUnderTheButton() {
		Optional<IncomingMessage> tap = translate("""
				{"update_id": 1, "callback_query": {"id": "c", "from": {"id": 7, "language_code": "en"}, "data": "lang:kk",
				 "message": {"message_id": 90, "date": 0, "chat": {"id": 7, "type": "private"}}}}""");

		assertThat(tap).contains(new IncomingMessage(new Conversation("telegram", "7"), "90", NOW,
				new Content.Tap("lang:kk"), null, "en"));
	}

	static Stream<Arguments> memberships() {
		return Stream.of(arguments("private", "member", "kicked", new Content.Left()),
				arguments("private", "kicked", "member", new Content.CameBack()),
				arguments("private", "left", "member", null),
				arguments("group", "left", "member", new Content.Group()),
				arguments("supergroup", "left", "administrator", new Content.Group()),
				arguments("channel", "left", "administrator", new Content.Group()),
				arguments("group", "member", "left", null), arguments("supergroup", "member", "kicked", null),
				arguments("supergroup", "left", "something new", null));
	}

	@ParameterizedTest(name = "in a {0} chat from {1} to {2}: {3}")
	@MethodSource("memberships")
	void comingAndGoing(String type, String was, String is, Content expected) {
		Optional<IncomingMessage> change = translate("""
				{"update_id": 1, "my_chat_member": {"chat": {"id": 7, "type": "%s"}, "date": 1795500000, "from": {"id": 9},
				 "old_chat_member": {"status": "%s"}, "new_chat_member": {"status": "%s"}}}""".formatted(type, was, is));

		assertThat(change.map(IncomingMessage::content)).isEqualTo(Optional.ofNullable(expected));
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"{\"update_id\": 1}",
			"{\"update_id\": 1, \"hologram\": {\"text\": \"hi\"}}",
			"{\"update_id\": 1, \"message\": \"not an object\"}",
			"{\"update_id\": 1, \"message\": {}}",
			"{\"update_id\": 1, \"message\": {\"chat\": {\"id\": \"seven\", \"type\": \"private\"}, \"text\": \"a\"}}",
			"{\"update_id\": 1, \"message\": {\"chat\": {\"id\": -7, \"type\": \"group\"}, \"text\": \"a\"}}",
			"{\"update_id\": 1, \"message\": {\"chat\": {\"id\": 7, \"type\": \"private\"}, \"pinned_message\": {}}}",
			"{\"update_id\": 1, \"message\": {\"chat\": {\"id\": 7, \"type\": \"private\"}, \"new_chat_members\": []}}",
			"{\"update_id\": 1, \"message\": {\"chat\": {\"id\": 7, \"type\": \"private\"}, \"photo\": []}}",
			"{\"update_id\": 1, \"edited_message\": {\"chat\": {\"id\": 7, \"type\": \"private\"}, \"location\": {}}}",
			"{\"update_id\": 1, \"channel_post\": {\"chat\": {\"id\": -7, \"type\": \"channel\"}, \"text\": \"a\"}}",
			"{\"update_id\": 1, \"business_message\": {\"chat\": {\"id\": 7, \"type\": \"private\"}, \"text\": \"a\"}}",
			"{\"update_id\": 1, \"inline_query\": {\"id\": \"1\", \"query\": \"a\"}}",
			"{\"update_id\": 1, \"callback_query\": {\"id\": \"c\", \"data\": \"lang:kk\", \"inline_message_id\": \"1\"}}",
			"{\"update_id\": 1, \"callback_query\": {\"id\": \"c\", \"game_short_name\": \"g\"}}",
			"{\"update_id\": 1, \"message_reaction\": {\"chat\": {\"id\": 7, \"type\": \"private\"}}}" })
	void silence(String update) {
		assertThat(translate(update)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "17", "\"text\"", "null", "{\"update_id\": \"1\"}", "{\"update_id\": 1.5}",
			"{\"update_id\": 99999999999999999999}" })
	void notAnUpdate(String json) {
		assertThat(Update.read(JsonMapper.shared().readTree(json))).isEmpty();
	}

	static String message(String kind, String fields) {
		return """
				{"update_id": 1, "%s": {"message_id": 55, "date": 1795500000, "chat": {"id": 7, "type": "private"},
				 "from": {"id": 7, "is_bot": false, "first_name": "А", "language_code": "kk"}, %s}}""".formatted(kind, fields);
	}

	private static Optional<IncomingMessage> translate(String json) {
		return Translator.translate(Update.read(JsonMapper.shared().readTree(json)).orElseThrow(), NOW);
	}

	private static Content words(String text, Attachment... attachments) {
		return new Content.Words(text, List.of(attachments));
	}

	private static Attachment file(String kind, String id, String name, String type, Long size) {
		return Attachment.file(kind, id, name, type, size);
	}

}
