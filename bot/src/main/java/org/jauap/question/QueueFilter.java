package org.jauap.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jauap.nlp.Language;

/**
 * Which questions a list shows; an empty part doesn't restrict.
 *
 * @param agencies codes; empty: every agency the official may read
 * @param statuses empty: every status
 * @param text words in the question's text, or its number
 * @param dueFrom not due before this moment
 * @param dueBefore due before this moment
 */
public record QueueFilter(List<String> agencies, List<Status> statuses, Optional<String> intent,
		Optional<Language> language, Optional<String> assignee, boolean overdue, Optional<String> text,
		Optional<Instant> dueFrom, Optional<Instant> dueBefore) {

	public QueueFilter(List<String> agencies, List<Status> statuses, Optional<String> intent,
			Optional<Language> language, Optional<String> assignee, boolean overdue, Optional<String> text) {
		this(agencies, statuses, intent, language, assignee, overdue, text, Optional.empty(), Optional.empty());
	}

	public static QueueFilter all() {
		return new QueueFilter(List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), false,
				Optional.empty());
	}

	public QueueFilter withStatuses(List<Status> only) {
		return new QueueFilter(this.agencies, only, this.intent, this.language, this.assignee, this.overdue, this.text,
				this.dueFrom, this.dueBefore);
	}

	public QueueFilter withAgencies(List<String> only) {
		return new QueueFilter(only, this.statuses, this.intent, this.language, this.assignee, this.overdue, this.text,
				this.dueFrom, this.dueBefore);
	}

	public QueueFilter withAssignee(String official) {
		return new QueueFilter(this.agencies, this.statuses, this.intent, this.language, Optional.of(official),
				this.overdue, this.text, this.dueFrom, this.dueBefore);
	}

	public QueueFilter onlyOverdue() {
		return new QueueFilter(this.agencies, this.statuses, this.intent, this.language, this.assignee, true,
				this.text, this.dueFrom, this.dueBefore);
	}

	/** Only what is due from one moment until before another. */
	public QueueFilter dueBetween(Instant from, Instant before) {
		return new QueueFilter(this.agencies, this.statuses, this.intent, this.language, this.assignee, this.overdue,
				this.text, Optional.of(from), Optional.of(before));
	}

	boolean matches(Question question) {
		return this.intent.map(question.intent()::equals).orElse(true)
				&& this.language.map(question.language()::equals).orElse(true)
				&& this.assignee.map(question.assignee()::equals).orElse(true)
				&& this.text.map(words -> contains(question, words)).orElse(true);
	}

	private static boolean contains(Question question, String words) {
		String sought = words.strip().toLowerCase(java.util.Locale.ROOT);
		return question.number().toLowerCase(java.util.Locale.ROOT).contains(sought)
				|| question.text().toLowerCase(java.util.Locale.ROOT).contains(sought)
				|| question.reply().map(reply -> reply.text().toLowerCase(java.util.Locale.ROOT).contains(sought))
					.orElse(false);
	}

}
