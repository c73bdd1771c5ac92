package org.jauap.channel.webchat;

import java.util.List;

import org.jauap.channel.Conversation;
import org.jauap.channel.Inbox;
import org.jauap.channel.IncomingMessage;
import org.jauap.redis.Failpoint;
import org.jauap.redis.Script;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.domain.Range;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** What was said in each web chat, kept a year after the last word so that an answer is there whenever one returns. */
@Component
class ChatHistory {

	private static final int DAYS_KEPT = 366;

	private static final Script SHOW = Script.named("show");

	private static final Script SAY = Script.named("say");

	private final StringRedisTemplate redis;

	ChatHistory(StringRedisTemplate redis) {
		this.redis = redis;
	}

	/**
	 * A line with its place in the history.
	 *
	 * @param place the stream id; an SSE client names the last one it saw
	 */
	record Shown(String place, ChatLine line) {
	}

	/** Adds a line; one that is there already stays as it is. */
	void show(Conversation conversation, ChatLine line) {
		SHOW.run(this.redis, List.of(key("w", conversation), key("wi", conversation)), conversation.id(), line.id(),
				JsonMapper.shared().writeValueAsString(line), DAYS_KEPT);
	}

	/** Takes in what the citizen wrote and shows it, both or neither; the same line once. */
	Inbox.Acceptance say(IncomingMessage message, ChatLine line) {
		Conversation conversation = message.conversation();
		Script.Answer answer = SAY.run(this.redis,
				List.of(key("u", conversation), conversation.partition().key("in"), key("w", conversation),
						key("wi", conversation)),
				line.id(), JsonMapper.shared().writeValueAsString(message), Inbox.MOST_WAITING, conversation.id(),
				JsonMapper.shared().writeValueAsString(line), DAYS_KEPT);
		Failpoint.reach("accepted");
		return Inbox.Acceptance.of(answer);
	}

	/**
	 * The lines after a place, oldest first.
	 * @param place empty: from the beginning
	 */
	List<Shown> after(Conversation conversation, String place) {
		Range<String> range = place.isEmpty() ? Range.unbounded() : Range.rightUnbounded(Range.Bound.exclusive(place));
		var entries = this.redis.<String, String>opsForStream().range(key("w", conversation), range);
		return (entries == null) ? List.of()
				: entries.stream()
					.map(entry -> new Shown(entry.getId().getValue(),
							JsonMapper.shared().readValue(entry.getValue().get("line"), ChatLine.class)))
					.toList();
	}

	private static String key(String name, Conversation conversation) {
		return conversation.partition().key(name + ":" + conversation.id());
	}

}
