package org.jauap.question;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A change of one question as a value: what it was, what it will be, and the timeline's new entry. The scripts carry it
 * out if the question is still what it was.
 *
 * @param before the question as it was read; for a new one, as it will be
 * @param isNew whether it is being registered
 * @param status status afterwards
 * @param agency queue afterwards
 * @param intent topic afterwards
 * @param assignee who holds it afterwards
 * @param dueAt deadline afterwards
 * @param set further fields of the record
 * @param entry what is added to the timeline
 * @param counted what it adds to the agency's counters
 */
public record QuestionChange(Question before, boolean isNew, Status status, String agency, String intent,
		String assignee, Instant dueAt, Map<String, String> set, Entry entry, Map<String, Integer> counted) {

	static QuestionChange of(Question question, Entry entry) {
		return new QuestionChange(question, false, question.status(), question.agency(), question.intent(),
				question.assignee(), question.dueAt(), Map.of(), entry, Map.of());
	}

	/** A new question, with version 0 and an empty timeline. */
	public static QuestionChange registration(Question question) {
		return new QuestionChange(question, true, question.status(), question.agency(), question.intent(),
				question.assignee(), question.dueAt(), QuestionRecord.fixedFields(question),
				new Entry(question.receivedAt(), Entry.Kind.REGISTERED, Entry.CITIZEN, question.text(),
						question.attachments(), null),
				Map.of("registered", 1, "registered:" + question.language().code(), 1));
	}

	QuestionChange status(Status changed) {
		return new QuestionChange(this.before, this.isNew, changed, this.agency, this.intent, this.assignee,
				this.dueAt, this.set, this.entry, this.counted);
	}

	QuestionChange assignee(String changed) {
		return new QuestionChange(this.before, this.isNew, this.status, this.agency, this.intent, changed, this.dueAt,
				this.set, this.entry, this.counted);
	}

	QuestionChange routing(String changedAgency, String changedIntent) {
		return new QuestionChange(this.before, this.isNew, this.status, changedAgency, changedIntent, this.assignee,
				this.dueAt, this.set, this.entry, this.counted);
	}

	QuestionChange dueAt(Instant changed) {
		return new QuestionChange(this.before, this.isNew, this.status, this.agency, this.intent, this.assignee,
				changed, this.set, this.entry, this.counted);
	}

	QuestionChange set(String field, String value) {
		Map<String, String> more = new HashMap<>(this.set);
		more.put(field, value);
		return new QuestionChange(this.before, this.isNew, this.status, this.agency, this.intent, this.assignee,
				this.dueAt, more, this.entry, this.counted);
	}

	QuestionChange counting(String what) {
		Map<String, Integer> more = new HashMap<>(this.counted);
		more.merge(what, 1, Integer::sum);
		return new QuestionChange(this.before, this.isNew, this.status, this.agency, this.intent, this.assignee,
				this.dueAt, this.set, this.entry, more);
	}

	/** The question as it will be, but for its timeline. */
	public Question after() {
		Question was = this.before;
		int reopened = Integer.parseInt(this.set.getOrDefault("reopened", Integer.toString(was.reopened())));
		return new Question(was.number(), this.status, this.agency, this.intent, was.confidence(), was.language(),
				was.conversation(), was.text(), was.attachments(), was.because(), was.model(), was.candidates(),
				was.receivedAt(), this.dueAt, this.assignee, was.version() + 1, was.rating(), reopened, was.timeline());
	}

	/** The number of the timeline entry it adds, from 1. */
	public int entryNumber() {
		return this.before.timeline().size() + 1;
	}

	/** Its place in the queue afterwards. */
	public long urgency() {
		return Question.urgency(this.before.receivedAt(), this.dueAt);
	}

	/** What the world is told of it. */
	public QuestionEvent event() {
		return new QuestionEvent(this.entry.kind().code(), this.before.number(), this.agency, this.before.agency(),
				this.status, this.assignee, this.before.version() + 1, this.entry.at());
	}

}
