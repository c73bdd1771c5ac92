package org.jauap.question;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jauap.redis.Partition;
import tools.jackson.databind.json.JsonMapper;

/** A change's form for the scripts: the keys it touches and the values it writes. */
public final class QuestionKeys {

	private QuestionKeys() {
	}

	/** Every field of the question's record that the change writes. */
	public static Map<String, String> changedFields(QuestionChange change) {
		return QuestionRecord.changedFields(change);
	}

	/** The timeline's new entry as JSON text. */
	public static String entry(QuestionChange change) {
		return JsonMapper.shared().writeValueAsString(change.entry());
	}

	/** What the world is told, as JSON text. */
	public static String event(QuestionChange change) {
		return JsonMapper.shared().writeValueAsString(change.event());
	}

	/** Its agency's queue before, and the one of all agencies. */
	public static List<String> queuesBefore(QuestionChange change) {
		return queues(change, change.before().agency(), change.before().status());
	}

	/** Its agency's queue afterwards, and the one of all agencies. */
	public static List<String> queuesAfter(QuestionChange change) {
		return queues(change, change.agency(), change.status());
	}

	/** What the change adds to the counters: {@code <agency>|<what>} → how many. */
	public static Map<String, Integer> counters(QuestionChange change) {
		return change.counted()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(counted -> change.before().agency() + "|" + counted.getKey(),
					Map.Entry::getValue));
	}

	/** The counters of the day (UTC) on which the change happens. */
	public static String countersKey(QuestionChange change) {
		return partition(change).key("n:" + change.entry().at().atZone(ZoneOffset.UTC).toLocalDate());
	}

	/** An agency's queue in one cell. */
	static String queue(Partition partition, String agency, Status status) {
		return partition.key("a:" + agency + ":" + status.code());
	}

	/** The queue of all agencies in one cell. */
	static String queue(Partition partition, Status status) {
		return partition.key("s:" + status.code());
	}

	private static List<String> queues(QuestionChange change, String agency, Status status) {
		return List.of(queue(partition(change), agency, status), queue(partition(change), status));
	}

	private static Partition partition(QuestionChange change) {
		return change.before().conversation().partition();
	}

}
