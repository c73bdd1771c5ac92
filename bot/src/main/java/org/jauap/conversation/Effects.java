package org.jauap.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jauap.channel.Conversation;
import org.jauap.channel.OutgoingMessage;
import org.jauap.question.QuestionChange;
import org.jauap.question.QuestionKeys;
import org.jauap.redis.Failpoint;
import org.jauap.redis.Partition;
import org.jauap.redis.Script;
import org.jauap.text.RichText;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Carries out what a turn came to, as one script: {@code redis/apply.lua}. */
@Component
class Effects {

	private static final Script APPLY = Script.named("apply");

	private final StringRedisTemplate redis;

	private final ConversationSettings settings;

	Effects(StringRedisTemplate redis, ConversationSettings settings) {
		this.redis = redis;
		this.settings = settings;
	}

	/** What became of it. */
	enum Applied {

		/** Everything was carried out. */
		APPLIED,
		/** It was carried out before. */
		GONE,
		/** Something changed meanwhile: decide once more. */
		MOVED,
		/** Another instance owns the cell now. */
		FENCED

	}

	Applied apply(Partition partition, long token, Conversation conversation, Turns.Cause cause, int version,
			Outcome outcome) {
		Keys keys = new Keys(partition, conversation, outcome);
		List<Map<String, Object>> questions = outcome.changes().stream().map(keys::change).toList();
		List<Map<String, Object>> messages = messages(conversation, cause, outcome).stream().map(keys::message).toList();
		Map<String, Integer> counted = new HashMap<>();
		outcome.changes()
			.forEach(change -> QuestionKeys.counters(change).forEach((what, by) -> counted.merge(what, by, Integer::sum)));
		Map<String, Object> change = Map.ofEntries(Map.entry("token", token), Map.entry("cause", cause.json()),
				Map.entry("conversation", conversation.id()), Map.entry("version", version),
				Map.entry("state", JsonMapper.shared().writeValueAsString(outcome.state())),
				Map.entry("timer", timer(outcome.timer())), Map.entry("questions", questions),
				Map.entry("messages", messages), Map.entry("bind", outcome.bind()), Map.entry("count", counted));
		Failpoint.reach("before-apply");
		Script.Answer answer = APPLY.run(this.redis, keys.names, JsonMapper.shared().writeValueAsString(change));
		Failpoint.reach("applied");
		return switch (answer.outcome()) {
			case "applied" -> Applied.APPLIED;
			case "gone" -> Applied.GONE;
			case "moved", "taken" -> Applied.MOVED;
			case "fenced" -> Applied.FENCED;
			default -> throw answer.unexpected();
		};
	}

	private long timer(Outcome.Timer timer) {
		return switch (timer) {
			case START -> this.settings.askTimeout().toMillis();
			case STOP -> 0;
			case KEEP -> -1;
		};
	}

	/** The messages to the citizen; one that is too long becomes several, with the buttons under the last. */
	private static List<OutgoingMessage> messages(Conversation conversation, Turns.Cause cause, Outcome outcome) {
		List<OutgoingMessage> messages = new ArrayList<>();
		for (Outcome.Say say : outcome.says()) {
			List<RichText> parts = say.text().split(OutgoingMessage.LONGEST_TEXT);
			for (int i = 0; i < parts.size(); i++) {
				boolean last = i == parts.size() - 1;
				messages.add(new OutgoingMessage(cause.id() + "." + messages.size(), conversation,
						OutgoingMessage.Kind.NOTICE, say.language(), parts.get(i), last ? say.buttons() : List.of(),
						say.question(), 0, null, false, !last));
			}
		}
		return messages;
	}

	/** The script's keys: the fixed ones, then those that the outcome needs, which its argument names by index. */
	private static final class Keys {

		private final Partition partition;

		private final Conversation conversation;

		private final List<String> names = new ArrayList<>();

		Keys(Partition partition, Conversation conversation, Outcome outcome) {
			this.partition = partition;
			this.conversation = conversation;
			String id = conversation.id();
			for (String name : List.of("lease", "in", "timers", "c:" + id, "cq:" + id, "r:" + id, "ev", "out:due",
					"o:" + id)) {
				this.names.add(partition.key(name));
			}
			this.names.add(outcome.changes().isEmpty() ? partition.key("n:none")
					: QuestionKeys.countersKey(outcome.changes().getFirst()));
		}

		/** The script counts keys from 1. */
		private int index(String key) {
			int known = this.names.indexOf(key);
			if (known >= 0) {
				return known + 1;
			}
			this.names.add(key);
			return this.names.size();
		}

		Map<String, Object> change(QuestionChange change) {
			Map<String, Object> json = new HashMap<>();
			json.put("key", index(this.partition.key("q:" + change.before().number())));
			json.put("number", change.before().number());
			json.put("version", change.isNew() ? 0 : change.before().version());
			json.put("set", QuestionKeys.changedFields(change));
			json.put("entry", QuestionKeys.entry(change));
			json.put("event", QuestionKeys.event(change));
			json.put("score", change.urgency());
			json.put("receivedAt", change.before().receivedAt().toEpochMilli());
			if (!change.isNew()) {
				json.put("from", QuestionKeys.queuesBefore(change).stream().map(this::index).toList());
			}
			json.put("to", QuestionKeys.queuesAfter(change).stream().map(this::index).toList());
			return json;
		}

		Map<String, Object> message(OutgoingMessage message) {
			return Map.of("key", index(this.partition.key("m:" + this.conversation.id() + ":" + message.id())), "id",
					message.id(), "payload", JsonMapper.shared().writeValueAsString(message));
		}

	}

}
