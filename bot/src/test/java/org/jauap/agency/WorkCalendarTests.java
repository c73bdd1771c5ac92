package org.jauap.agency;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.io.FileSystemResource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkCalendarTests {

	private final WorkCalendar calendar = CalendarFile.read(new FileSystemResource("../config/calendar.yaml"));

	@ParameterizedTest(name = "asked {0}: {1} working days are up on {2}")
	@CsvSource({ "2026-11-23T10:00, 15, 2026-12-14", "2026-11-26T10:00, 15, 2026-12-18",
			"2026-11-23T18:29, 15, 2026-12-14", "2026-11-23T18:30, 15, 2026-12-15", "2026-11-21T12:00, 5, 2026-11-30",
			"2026-12-15T12:00, 1, 2026-12-17", "2026-12-31T20:00, 5, 2027-01-13" })
	void theLegalClock(String askedAt, int workingDays, LocalDate due) {
		Instant asked = ZonedDateTime.parse(askedAt + "+05:00[Asia/Almaty]").toInstant();

		assertThat(this.calendar.dueDay(asked, workingDays)).isEqualTo(due);
	}

	@Test
	void anAnswerIsInTimeUntilTheDaysLastSecond() {
		Instant asked = Instant.parse("2026-11-23T05:00:00Z");

		assertThat(this.calendar.dueAt(asked, 15)).isEqualTo(Instant.parse("2026-12-14T18:59:59Z"));
	}

	@Test
	void neverDueOnAFreeDayAndNeverEarlierForAskingLater() {
		Instant asked = Instant.parse("2026-01-01T00:00:00Z");
		LocalDate before = LocalDate.MIN;
		for (int hour = 0; hour < 24 * 700; hour += 7) {
			LocalDate due = this.calendar.dueDay(asked.plusSeconds(hour * 3600L), 15);
			assertThat(this.calendar.isWorkday(due)).isTrue();
			assertThat(due).isAfterOrEqualTo(before);
			before = due;
		}
	}

}
