package org.jauap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.jauap.channel.Attachment;
import org.jauap.channel.Content;
import org.jauap.channel.Conversation;
import org.jauap.channel.Inbox;
import org.jauap.channel.IncomingMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.domain.Range;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A citizen in the web chat, for tests that read as a story: writes, taps, and reads what comes back. */
public class Citizen {

	private static final Pattern NUMBER = Pattern.compile("№ ([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z])");

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final Inbox inbox;

	private final StringRedisTemplate redis;

	private final Conversation conversation;

	private final String messengerLanguage;

	private int read;

	private JsonNode last = JsonMapper.shared().createObjectNode();

	public Citizen(Inbox inbox, StringRedisTemplate redis, String messengerLanguage) {
		this(new Conversation("web", UUID.randomUUID().toString()), inbox, redis, messengerLanguage);
	}

	/** One whose chat exists already. */
	public Citizen(Conversation conversation, Inbox inbox, StringRedisTemplate redis, String messengerLanguage) {
		this.conversation = conversation;
		this.inbox = inbox;
		this.redis = redis;
		this.messengerLanguage = messengerLanguage;
	}

	public Conversation conversation() {
		return this.conversation;
	}

	/** Writes; returns the message's id. */
	public String writes(String text) {
		return sends(new Content.Words(text, List.of()), null);
	}

	public String sendsPhoto(String caption) {
		return sends(new Content.Words(caption, List.of(Attachment.file("photo", "file-1", null, "image/jpeg", 1000L))),
				null);
	}

	public String repliesTo(String messageId, String text) {
		return sends(new Content.Words(text, List.of()), messageId);
	}

	public String sends(Content content, @Nullable String replyTo) {
		String id = UUID.randomUUID().toString();
		IncomingMessage message = new IncomingMessage(this.conversation, id, Instant.now(), content, replyTo,
				this.messengerLanguage);
		assertThat(this.inbox.accept(this.conversation.id(), id.hashCode() & 0x7fffffffL, message))
			.isEqualTo(Inbox.Acceptance.ACCEPTED);
		return id;
	}

	/** Presses a button of the last message, by its label. */
	public void taps(String label) {
		tapsData(button(label));
	}

	public void tapsData(String data) {
		sends(new Content.Tap(data), null);
	}

	/** Waits for the next message; returns its text. */
	public String reads() {
		this.last = Awaitility.await()
			.atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(20))
			.until(() -> lines().size() > this.read ? lines().get(this.read) : null, java.util.Objects::nonNull);
		this.read++;
		return this.last.at("/text/text").asString();
	}

	/** Waits for the next message and finds a question's number in it. */
	public String readsNumber() {
		return number(reads());
	}

	public static String number(String text) {
		Matcher number = NUMBER.matcher(text);
		assertThat(number.find()).as("a number in: " + text).isTrue();
		return number.group(1);
	}

	/** Labels of the last message's buttons. */
	public List<String> buttons() {
		List<String> labels = new ArrayList<>();
		this.last.at("/buttons").forEach(row -> row.forEach(button -> labels.add(button.at("/label").asString())));
		return labels;
	}

	/** The last message's id. */
	public String lastId() {
		return this.last.at("/id").asString();
	}

	/** Language of the last message. */
	public String lastLanguage() {
		return this.last.at("/language").asString();
	}

	/** Everything that the gateway has told this citizen. */
	public List<String> received() {
		return lines().stream()
			.filter(line -> !line.at("/fromCitizen").asBoolean(false))
			.map(line -> line.at("/text/text").asString())
			.toList();
	}

	/** How many messages have come that were not read yet. */
	public int unread() {
		return lines().size() - this.read;
	}

	private String button(String label) {
		return button(node -> node.at("/label").asString().equals(label), label);
	}

	private String button(Predicate<JsonNode> wanted, String label) {
		for (JsonNode row : this.last.at("/buttons")) {
			for (JsonNode button : row) {
				if (wanted.test(button)) {
					return button.at("/data").asString();
				}
			}
		}
		throw new AssertionError("no button '" + label + "' among " + buttons());
	}

	private List<JsonNode> lines() {
		var entries = this.redis.<String, String>opsForStream()
			.range(this.conversation.partition().key("w:" + this.conversation.id()), Range.unbounded());
		return entries.stream().map(entry -> JsonMapper.shared().readTree(entry.getValue().get("line"))).toList();
	}

}
