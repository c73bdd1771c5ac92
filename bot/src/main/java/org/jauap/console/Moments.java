package org.jauap.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import org.jauap.agency.WorkCalendar;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Moments in words, in the page's language and where the public service works; templates call it {@code moments}. */
@Component
class Moments {

	private final WorkCalendar calendar;

	private final Clock clock;

	Moments(WorkCalendar calendar, Clock clock) {
		this.calendar = calendar;
		this.clock = clock;
	}

	/** E.g. '24 November 2026 at 15:54'. */
	public String full(Instant at) {
		return format("dMMMMyHHmm", at);
	}

	/** The time alone today, the day this year, the whole date before. */
	public String brief(Instant at) {
		LocalDate day = this.calendar.day(at);
		LocalDate today = this.calendar.day(this.clock.instant());
		if (day.equals(today)) {
			return format("HHmm", at);
		}
		return format((day.getYear() == today.getYear()) ? "dMMMHHmm" : "dMMMyHHmm", at);
	}

	/** E.g. '14 December'; with the year unless it is this one. */
	public String day(Instant at) {
		boolean thisYear = this.calendar.day(at).getYear() == this.calendar.day(this.clock.instant()).getYear();
		return format(thisYear ? "dMMMM" : "dMMMMy", at);
	}

	/** E.g. '5 min. ago'. */
	public String age(Instant at) {
		Duration age = Duration.between(at, this.clock.instant());
		RelativeDateTimeFormatter words = RelativeDateTimeFormatter.getInstance(ULocale.forLocale(locale()), null,
				RelativeDateTimeFormatter.Style.SHORT, com.ibm.icu.text.DisplayContext.CAPITALIZATION_NONE);
		if (age.toMinutes() < 1) {
			return words.format(Direction.PLAIN, RelativeDateTimeFormatter.AbsoluteUnit.NOW);
		}
		if (age.toHours() < 1) {
			return words.format(age.toMinutes(), Direction.LAST, RelativeUnit.MINUTES);
		}
		if (age.toDays() < 1) {
			return words.format(age.toHours(), Direction.LAST, RelativeUnit.HOURS);
		}
		return words.format(age.toDays(), Direction.LAST, RelativeUnit.DAYS);
	}

	private String format(String skeleton, Instant at) {
		DateFormat format = DateFormat.getPatternInstance(skeleton, locale());
		format.setTimeZone(TimeZone.getTimeZone(this.calendar.zone().getId()));
		return format.format(Date.from(at));
	}

	private static Locale locale() {
		Locale locale = LocaleContextHolder.getLocale();
		// English as the region writes it: the day before the month, 24 hours.
		return locale.getLanguage().equals("en") ? Locale.UK : locale;
	}

}
