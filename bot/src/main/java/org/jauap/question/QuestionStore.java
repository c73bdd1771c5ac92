package org.jauap.question;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jauap.channel.Conversation;
import org.jauap.channel.OutgoingMessage;
import org.jauap.redis.Partition;
import org.jauap.redis.Script;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Questions in Redis. Structures, all in the cell of the citizen's conversation:
 *
 * <pre>
 * {pN}:q:&lt;number&gt;            hash  the question, see QuestionRecord
 * {pN}:a:&lt;agency&gt;:&lt;status&gt;   zset  an agency's queue, this cell's slice, most urgent first
 * {pN}:s:&lt;status&gt;            zset  the queue of all agencies
 * {pN}:cq:&lt;conversation&gt;     zset  a citizen's questions by time of receipt
 * {pN}:cmd:&lt;id&gt;              string  an official's command that was carried out
 * {pN}:n:&lt;day&gt;               hash  counters, &lt;agency&gt;|&lt;what&gt;
 * </pre>
 */
@Component
public class QuestionStore {

	private final StringRedisTemplate redis;

	QuestionStore(StringRedisTemplate redis) {
		this.redis = redis;
	}

	/** The question with this number, whoever asks; the callers check rights. */
	public Optional<Question> find(QuestionNumber number) {
		Map<String, String> fields = this.redis.<String, String>opsForHash().entries(key(number));
		return fields.isEmpty() ? Optional.empty() : Optional.of(QuestionRecord.read(number.text(), fields));
	}

	/** The question, if this very command was carried out on it before. */
	Optional<Question> carriedOut(Command command, QuestionNumber number) {
		boolean receipt = Boolean.TRUE.equals(this.redis.hasKey(receipt(command, number.partition())));
		return receipt ? find(number) : Optional.empty();
	}

	private static String receipt(Command command, Partition partition) {
		return partition.key("cmd:" + command.official().name() + ":" + command.id());
	}

	/** A citizen's questions, newest first. */
	public List<Question> of(Conversation conversation, int offset, int count) {
		var numbers = this.redis.opsForZSet()
			.reverseRange(conversation.partition().key("cq:" + conversation.id()), offset, offset + count - 1L);
		return (numbers == null || numbers.isEmpty()) ? List.of() : findAll(numbers);
	}

	/** The questions with these numbers, in this order, in one round trip; a number that is none is left out. */
	List<Question> findAll(Collection<String> numbers) {
		List<QuestionNumber> sought = numbers.stream().flatMap(number -> QuestionNumber.parse(number).stream()).toList();
		List<Object> records = this.redis.executePipelined((RedisCallback<Object>) connection -> {
			sought.forEach(number -> connection.hashCommands().hGetAll(key(number).getBytes(StandardCharsets.UTF_8)));
			return null;
		});
		List<Question> questions = new ArrayList<>();
		for (int i = 0; i < sought.size(); i++) {
			@SuppressWarnings("unchecked")
			Map<String, String> fields = (Map<String, String>) records.get(i);
			if (!fields.isEmpty()) {
				questions.add(QuestionRecord.read(sought.get(i).text(), fields));
			}
		}
		return questions;
	}

	private static String key(QuestionNumber number) {
		return number.partition().key("q:" + number);
	}

	/** How many questions a citizen ever asked. */
	public int count(Conversation conversation) {
		Long count = this.redis.opsForZSet().zCard(conversation.partition().key("cq:" + conversation.id()));
		return (count == null) ? 0 : count.intValue();
	}

	/** Runs a verb's script; see {@code redis/lib/question.lua}. */
	Script.Answer run(Script verb, Command command, QuestionChange change, List<OutgoingMessage> messages) {
		Question question = change.before();
		Partition partition = question.conversation().partition();
		List<String> keys = new ArrayList<>(List.of(partition.key("q:" + question.number()),
				receipt(command, partition), partition.key("ev"),
				QuestionKeys.countersKey(change)));
		keys.addAll(QuestionKeys.queuesBefore(change));
		keys.addAll(QuestionKeys.queuesAfter(change));
		keys.addAll(List.of(partition.key("out:due"), partition.key("o:" + question.conversation().id()),
				partition.key("c:" + question.conversation().id())));
		List<Map<String, String>> outgoing = new ArrayList<>();
		for (OutgoingMessage message : messages) {
			keys.add(partition.key("m:" + question.conversation().id() + ":" + message.id()));
			outgoing.add(Map.of("id", message.id(), "payload", JsonMapper.shared().writeValueAsString(message)));
		}
		Map<String, Object> argument = Map.ofEntries(Map.entry("number", question.number()),
				Map.entry("version", (command.version() == 0) ? question.version() : command.version()),
				Map.entry("official", command.official().name()),
				Map.entry("takeOver", command.takesOver()),
				Map.entry("set", QuestionRecord.changedFields(change)), Map.entry("entry", QuestionKeys.entry(change)),
				Map.entry("score", change.urgency()), Map.entry("messages", outgoing),
				Map.entry("conversation", question.conversation().id()), Map.entry("event", QuestionKeys.event(change)),
				Map.entry("count", QuestionKeys.counters(change)));
		return verb.run(this.redis, keys, JsonMapper.shared().writeValueAsString(argument));
	}

}
