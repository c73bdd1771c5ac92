package org.jauap.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import org.jauap.agency.WorkCalendar;
import org.jauap.question.Question;

/**
 * How a question stands with its deadline.
 *
 * @param state what to make of it
 * @param days working days left, or late by; 0: today
 * @param left how much of the time is left, in percent
 * @param at the deadline
 */
record Deadline(State state, int days, int left, Instant at) {

	private static final int SOON = 3;

	/** From calm to alarming; each is put in words and drawn in its own way, not only coloured. */
	enum State {

		MET, CALM, SOON, TODAY, OVERDUE;

		public String code() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

	static Deadline of(Question question, WorkCalendar calendar, Instant now) {
		Instant at = question.dueAt();
		if (!question.status().isOpen()) {
			return new Deadline(State.MET, 0, 0, at);
		}
		LocalDate today = calendar.day(now);
		LocalDate last = calendar.day(at);
		if (question.isOverdue(now)) {
			return new Deadline(State.OVERDUE, Math.max(1, workdays(calendar, last, today)), 0, at);
		}
		int days = workdays(calendar, today, last);
		State state = last.equals(today) ? State.TODAY : (days <= SOON) ? State.SOON : State.CALM;
		return new Deadline(state, days, left(question, now), at);
	}

	private static int left(Question question, Instant now) {
		long whole = Math.max(1, Duration.between(question.receivedAt(), question.dueAt()).toSeconds());
		long rest = Duration.between(now, question.dueAt()).toSeconds();
		return (int) Math.clamp(rest * 100 / whole, 2, 100);
	}

	/** Working days after one day up to and with another. */
	private static int workdays(WorkCalendar calendar, LocalDate after, LocalDate until) {
		if (until.isBefore(after)) {
			return 0;
		}
		return (int) after.plusDays(1).datesUntil(until.plusDays(1)).filter(calendar::isWorkday).count();
	}

}
