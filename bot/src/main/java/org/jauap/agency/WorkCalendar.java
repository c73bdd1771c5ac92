package org.jauap.agency;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Working days and hours of the public service, and the legal clock that runs on them: what comes in after working
 * hours counts from the next working day, the day of receipt itself is not counted.
 *
 * @param zone the country's time zone
 * @param from start of the working day
 * @param until end of the working day
 * @param holidays days off although Monday to Friday
 * @param workdays days worked although Saturday or Sunday
 * @see <a href="https://adilet.zan.kz/rus/docs/K2000000350">Administrative Procedural Code, Art. 64 and 76</a>
 */
public record WorkCalendar(ZoneId zone, LocalTime from, LocalTime until, Set<LocalDate> holidays,
		Set<LocalDate> workdays) {

	public boolean isWorkday(LocalDate day) {
		if (this.workdays.contains(day)) {
			return true;
		}
		boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
		return !weekend && !this.holidays.contains(day);
	}

	/** The day on which a question that arrives at this moment counts as received. */
	public LocalDate receiptDay(Instant receivedAt) {
		ZonedDateTime local = receivedAt.atZone(this.zone);
		LocalDate day = local.toLocalDate();
		if (isWorkday(day) && local.toLocalTime().isBefore(this.until)) {
			return day;
		}
		return nextWorkday(day);
	}

	/** The last day for an answer: {@code workingDays} after the receipt day. */
	public LocalDate dueDay(Instant receivedAt, int workingDays) {
		LocalDate day = receiptDay(receivedAt);
		for (int counted = 0; counted < workingDays; counted++) {
			day = nextWorkday(day);
		}
		return day;
	}

	/** The last second of the {@link #dueDay due day}. */
	public Instant dueAt(Instant receivedAt, int workingDays) {
		return dueDay(receivedAt, workingDays).plusDays(1).atStartOfDay(this.zone).toInstant().minusSeconds(1);
	}

	/** The calendar day of a moment, where the public service works. */
	public LocalDate day(Instant at) {
		return at.atZone(this.zone).toLocalDate();
	}

	private LocalDate nextWorkday(LocalDate day) {
		LocalDate next = day.plusDays(1);
		while (!isWorkday(next)) {
			next = next.plusDays(1);
		}
		return next;
	}

}
