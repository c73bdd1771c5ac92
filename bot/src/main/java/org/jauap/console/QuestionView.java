package org.jauap.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jauap.channel.Attachment;
import org.jauap.question.Question;

/**
 * A question as its page shows it.
 *
 * @param question the question
 * @param agency its agency's name
 * @param topic its topic's name; empty: none
 * @param percent the classifier's confidence; 0: a person chose
 * @param deadline how it stands with its deadline
 * @param workingDays what its agency has for an answer; 0: no agency
 * @param afterHours whether it came in when nobody was at work, so that it counts from a later day
 * @param receiptDay the day it counts from
 * @param timeline everything that happened
 * @param candidates the classifier's other topics
 * @param mayWork whether the official may act on it
 * @param mayTakeOver whether they may act on it though another holds it
 * @param mine whether they hold it
 * @param earliest first day to which the deadline may be put off
 * @param latest last such day
 * @param command what makes this page's commands this page's: sent twice, they are carried out once
 */
record QuestionView(Question question, String agency, String topic, int percent, Deadline deadline,
		int workingDays, boolean afterHours, Instant receiptDay, List<Line> timeline,
		List<Topics.Destination> candidates, boolean mayWork, boolean mayTakeOver, boolean mine, LocalDate earliest,
		LocalDate latest, String command) {

	/**
	 * A line of the timeline.
	 *
	 * @param number from 1
	 * @param kind an entry kind's code
	 * @param look {@code citizen}, {@code official}, {@code note} or {@code event}
	 * @param by sign-in name of an official; empty: the citizen or the gateway
	 * @param place an agency's name or a rating, as the kind needs it
	 * @param text what was said
	 * @param delivery how its way to the citizen went; empty: it had none
	 * @param isNew whether it came after what the official had seen
	 */
	record Line(int number, String kind, String look, String by, Instant at, String place, String text,
			List<File> files, String delivery, boolean isNew) {
	}

	/**
	 * Something the citizen sent beside text.
	 *
	 * @param index from 0
	 * @param href where it opens; a place opens on a public map
	 */
	record File(int index, Attachment attachment, String href) {

		public boolean isPlace() {
			return this.attachment.latitude() != null;
		}

		public boolean isImage() {
			return "photo".equals(this.attachment.kind());
		}

		public String size() {
			Long bytes = this.attachment.size();
			if (bytes == null) {
				return "";
			}
			return (bytes < 1_000_000) ? Math.max(1, bytes / 1000) + " kB" : bytes / 1_000_000 + " MB";
		}

	}

	public String number() {
		return this.question.number();
	}

	public String status() {
		return this.question.status().code();
	}

	public boolean isOpen() {
		return this.question.status().isOpen();
	}

	/** Whether another official holds it and this one may not act on it. */
	public boolean isBarred() {
		return !this.question.assignee().isEmpty() && !this.mine && !this.mayTakeOver;
	}

}
