package org.jauap.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jauap.account.Official;
import org.jauap.agency.Agency;
import org.jauap.channel.Attachment;
import org.jauap.channel.Conversation;
import org.jauap.nlp.Language;

/**
 * A citizen's question and everything that happened to it.
 *
 * @param number its public number
 * @param status where it stands
 * @param agency code of the agency whose queue it is in, or {@code triage}
 * @param intent intent code within the agency; empty in triage
 * @param confidence the classifier's, 0–1; 0 where a person chose
 * @param language the citizen's
 * @param conversation where the answer goes; never shown
 * @param text the citizen's words
 * @param attachments what came with the first message
 * @param because readable names of the concepts that decided the routing
 * @param model version of the model that read the text, whoever chose in the end; empty where none did
 * @param candidates likeliest other topics, best first
 * @param receivedAt when it came in
 * @param dueAt by when the agency owes an answer
 * @param assignee sign-in name of the official who holds it; empty: nobody
 * @param version raised by every change
 * @param rating 1–5; 0: not rated
 * @param reopened how often the citizen said 'not solved'
 * @param timeline everything that happened, oldest first
 */
public record Question(String number, Status status, String agency, String intent, double confidence,
		Language language, Conversation conversation, String text, List<Attachment> attachments, List<String> because,
		String model, List<Candidate> candidates, Instant receivedAt, Instant dueAt, String assignee, int version, int rating,
		int reopened, List<Entry> timeline) {

	/** What a second later is worth in {@link #urgency}. */
	static final long URGENCY_OF_A_SECOND = 1_000_000;

	/** How often 'not solved' leads back to the same official. */
	public static final int MOST_REOPENINGS = 2;

	/** A topic the classifier thought possible. */
	public record Candidate(String agency, String intent, double confidence) {
	}

	public boolean isHeldByAnother(String official) {
		return !this.assignee.isEmpty() && !this.assignee.equals(official);
	}

	public boolean isOverdue(Instant now) {
		return this.status.isOpen() && now.isAfter(this.dueAt);
	}

	/** Whether the citizen may still change text and agency by themselves: until an official has answered. */
	public boolean mayBeCorrected() {
		return this.status == Status.NEW || this.status == Status.REOPENED || this.status == Status.CLAIMED;
	}

	public boolean mayBeReopened() {
		return (this.status == Status.ANSWERED || this.status == Status.CLOSED) && this.reopened < MOST_REOPENINGS;
	}

	/** The status a question has that nobody holds. */
	public Status unclaimed() {
		return (this.reopened > 0) ? Status.REOPENED : Status.NEW;
	}

	/** The last official reply, if there is one. */
	public Optional<Entry> reply() {
		return this.timeline.reversed().stream().filter(entry -> entry.kind() == Entry.Kind.REPLIED).findFirst();
	}

	/** The text's beginning, for lists and as a reminder in messages; at most {@code length} characters. */
	public String beginning(int length) {
		String line = this.text.strip().replaceAll("\\s+", " ");
		if (line.codePointCount(0, line.length()) <= length) {
			return line;
		}
		return line.substring(0, line.offsetByCodePoints(0, length - 1)).stripTrailing() + "…";
	}

	/** An official takes it. */
	QuestionChange claim(Official official, Instant at) {
		Status claimed = (this.status == Status.WAITING_FOR_CITIZEN) ? this.status : Status.CLAIMED;
		return QuestionChange.of(this, new Entry(at, Entry.Kind.CLAIMED, official.name(), ""))
			.status(claimed)
			.assignee(official.name());
	}

	/** The official who holds it gives it back. */
	QuestionChange release(Official official, Instant at) {
		return QuestionChange.of(this, new Entry(at, Entry.Kind.RELEASED, official.name(), ""))
			.status(unclaimed())
			.assignee("");
	}

	/** The official reply. */
	QuestionChange reply(Official official, String words, Instant at) {
		QuestionChange change = QuestionChange
			.of(this, new Entry(at, Entry.Kind.REPLIED, official.name(), words, List.of(), null))
			.status(Status.ANSWERED)
			.assignee(official.name())
			.counting("replied");
		if (reply().isEmpty()) {
			return change.counting("first:" + Durations.bucket(this.receivedAt, at))
				.counting(at.isAfter(this.dueAt) ? "late" : "in-time");
		}
		return change;
	}

	/** Something the official needs to know from the citizen first. */
	QuestionChange ask(Official official, String words, Instant at) {
		return QuestionChange.of(this, new Entry(at, Entry.Kind.ASKED, official.name(), words, List.of(), null))
			.status(Status.WAITING_FOR_CITIZEN)
			.assignee(official.name());
	}

	/** To another agency's queue, or to another topic; whoever held it no longer does. */
	QuestionChange transfer(Official official, String toAgency, String toIntent, Instant due, String note, Instant at) {
		String words = note.isBlank() ? toAgency : toAgency + "\n" + note.strip();
		return QuestionChange.of(this, new Entry(at, Entry.Kind.TRANSFERRED, official.name(), words))
			.status(unclaimed())
			.assignee("")
			.routing(toAgency, toIntent)
			.dueAt(due)
			.counting("transferred")
			.counting(wasMisrouted(toAgency) ? "misrouted" : "moved");
	}

	/** Whether the first routing was wrong: to another agency, not out of triage, and not already moved once. */
	private boolean wasMisrouted(String toAgency) {
		boolean moved = this.timeline.stream()
			.anyMatch(entry -> entry.kind() == Entry.Kind.TRANSFERRED || entry.kind() == Entry.Kind.CORRECTED);
		return !moved && !this.agency.equals(toAgency) && !this.agency.equals(Agency.TRIAGE);
	}

	/** A remark for officials only. */
	QuestionChange note(Official official, String words, Instant at) {
		return QuestionChange.of(this, new Entry(at, Entry.Kind.NOTED, official.name(), words));
	}

	/** The end without a reply. */
	QuestionChange close(Official official, String reason, Instant at) {
		return QuestionChange.of(this, new Entry(at, Entry.Kind.CLOSED, official.name(), reason))
			.status(Status.CLOSED)
			.counting("closed");
	}

	/** A later deadline. */
	QuestionChange extend(Official official, Instant until, String reason, Instant at) {
		return QuestionChange.of(this, new Entry(at, Entry.Kind.EXTENDED, official.name(), reason))
			.dueAt(until)
			.counting("extended");
	}

	/** The citizen adds something; what the official was waiting for takes it back to their desk. */
	public QuestionChange add(Entry entry) {
		QuestionChange change = QuestionChange.of(this, entry);
		if (this.status != Status.WAITING_FOR_CITIZEN) {
			return change;
		}
		return change.status(this.assignee.isEmpty() ? unclaimed() : Status.CLAIMED);
	}

	/** The citizen edited the first message before an official had claimed it. */
	public QuestionChange edit(String words, Instant at) {
		return QuestionChange.of(this, new Entry(at, Entry.Kind.EDITED, Entry.CITIZEN, words)).set("text", words);
	}

	/** The citizen says that it belongs elsewhere; {@code toIntent} may be empty. */
	public QuestionChange correct(String toAgency, String toIntent, Instant due, Instant at) {
		return QuestionChange.of(this, new Entry(at, Entry.Kind.CORRECTED, Entry.CITIZEN, toAgency))
			.status(unclaimed())
			.assignee("")
			.routing(toAgency, toIntent)
			.dueAt(due)
			.set("confidence", "0")
			.counting("corrected")
			.counting(wasMisrouted(toAgency) ? "misrouted" : "moved");
	}

	/** The citizen takes it back. */
	public QuestionChange withdraw(Instant at) {
		return QuestionChange.of(this, new Entry(at, Entry.Kind.WITHDRAWN, Entry.CITIZEN, ""))
			.status(Status.CLOSED)
			.counting("withdrawn");
	}

	/** The citizen says that the reply solved it. */
	public QuestionChange solve(Instant at) {
		return QuestionChange.of(this, new Entry(at, Entry.Kind.SOLVED, Entry.CITIZEN, ""))
			.counting("solved")
			.counting("resolved:" + Durations.bucket(this.receivedAt, at));
	}

	/** The citizen rates the reply, 1–5. */
	public QuestionChange rate(int stars, Instant at) {
		QuestionChange change = QuestionChange
			.of(this, new Entry(at, Entry.Kind.RATED, Entry.CITIZEN, Integer.toString(stars)))
			.set("rating", Integer.toString(stars));
		return (this.rating == 0) ? change.counting("rated:" + stars) : change;
	}

	/** 'Not solved': it comes back, first in line, to the same official. */
	public QuestionChange reopen(Instant due, Instant at) {
		return QuestionChange.of(this, new Entry(at, Entry.Kind.REOPENED, Entry.CITIZEN, ""))
			.status(Status.REOPENED)
			.dueAt(due)
			.set("reopened", Integer.toString(this.reopened + 1))
			.counting("reopened");
	}

	/**
	 * Its place in a queue: by due time, then by the time of day it came in. A double holds it exactly.
	 * @return due seconds × {@link #URGENCY_OF_A_SECOND} + millionths of the day of receipt
	 */
	static long urgency(Instant receivedAt, Instant dueAt) {
		long millionthOfDay = Math.floorMod(receivedAt.toEpochMilli(), 86_400_000L) * 10 / 864;
		return dueAt.getEpochSecond() * URGENCY_OF_A_SECOND + millionthOfDay;
	}

}
