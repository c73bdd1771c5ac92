package org.jauap.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jauap.channel.Attachment;
import org.jauap.channel.Conversation;
import org.jauap.nlp.Language;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question's form in Redis: the hash {@code {pN}:q:<number>}, with {@code t<n>} and {@code d<n>} for the timeline's
 * entries and their delivery. One hash, since a small one is one listpack: about 1.2 KB a question.
 */
final class QuestionRecord {

	private static final ObjectMapper JSON = JsonMapper.shared();

	private static final TypeReference<List<Attachment>> ATTACHMENTS = new TypeReference<>() {
	};

	private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {
	};

	private static final TypeReference<List<Question.Candidate>> CANDIDATES = new TypeReference<>() {
	};

	private QuestionRecord() {
	}

	/** The fields that are written at registration and that no {@link QuestionChange} names itself. */
	static Map<String, String> fixedFields(Question question) {
		Map<String, String> fields = new HashMap<>();
		fields.put("confidence", Double.toString(question.confidence()));
		fields.put("language", question.language().code());
		fields.put("conversation", question.conversation().id());
		fields.put("text", question.text());
		fields.put("attachments", JSON.writeValueAsString(question.attachments()));
		fields.put("because", JSON.writeValueAsString(question.because()));
		fields.put("model", question.model());
		fields.put("candidates", JSON.writeValueAsString(question.candidates()));
		fields.put("receivedAt", question.receivedAt().toString());
		fields.put("rating", "0");
		fields.put("reopened", "0");
		return fields;
	}

	/** Every field that a change writes. */
	static Map<String, String> changedFields(QuestionChange change) {
		Map<String, String> fields = new HashMap<>(change.set());
		fields.put("status", change.status().code());
		fields.put("agency", change.agency());
		fields.put("intent", change.intent());
		fields.put("assignee", change.assignee());
		fields.put("dueAt", change.dueAt().toString());
		return fields;
	}

	static Question read(String number, Map<String, String> fields) {
		return new Question(number, Status.of(fields.get("status")).orElseThrow(), fields.get("agency"),
				fields.get("intent"), Double.parseDouble(fields.get("confidence")),
				Language.of(fields.get("language")).orElseThrow(), Conversation.parse(fields.get("conversation")),
				fields.get("text"), JSON.readValue(fields.get("attachments"), ATTACHMENTS),
				JSON.readValue(fields.get("because"), STRINGS), fields.getOrDefault("model", ""),
				JSON.readValue(fields.get("candidates"), CANDIDATES),
				Instant.parse(fields.get("receivedAt")), Instant.parse(fields.get("dueAt")), fields.get("assignee"),
				Integer.parseInt(fields.get("version")), Integer.parseInt(fields.get("rating")),
				Integer.parseInt(fields.get("reopened")), timeline(fields));
	}

	private static List<Entry> timeline(Map<String, String> fields) {
		int entries = Integer.parseInt(fields.getOrDefault("entries", "0"));
		List<Entry> timeline = new ArrayList<>(entries);
		for (int i = 1; i <= entries; i++) {
			timeline.add(JSON.readValue(fields.get("t" + i), Entry.class).withDelivery(fields.get("d" + i)));
		}
		return List.copyOf(timeline);
	}

}
