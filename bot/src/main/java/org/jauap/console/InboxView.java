package org.jauap.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jauap.account.Official;
import org.jauap.agency.Agency;
import org.jauap.agency.WorkCalendar;
import org.jauap.question.QueueFilter;
import org.jauap.question.Status;

/** The ways to look at one's queue, in the order in which the console offers them. */
enum InboxView {

	NEW, MINE, WAITING, DUE_TODAY, OVERDUE, ANSWERED, ALL, TRIAGE;

	static final List<Status> UNCLAIMED = List.of(Status.REOPENED, Status.NEW);

	private static final List<Status> HELD = List.of(Status.REOPENED, Status.CLAIMED, Status.WAITING_FOR_CITIZEN);

	/** The name in addresses and text keys, e.g. {@code due-today}. */
	String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Optional<InboxView> of(String code) {
		return Arrays.stream(values()).filter(view -> view.code().equals(code)).findFirst();
	}

	/** The views that have something in them for this official. */
	static List<InboxView> offeredTo(Official official) {
		return Arrays.stream(values()).filter(view -> view != TRIAGE || official.mayRead(Agency.TRIAGE)).toList();
	}

	/** Narrows a filter to this view. */
	QueueFilter narrow(QueueFilter filter, Official official, WorkCalendar calendar, Instant now) {
		return switch (this) {
			case NEW -> filter.withStatuses(UNCLAIMED);
			case MINE -> filter.withStatuses(HELD).withAssignee(official.name());
			case WAITING -> filter.withStatuses(List.of(Status.WAITING_FOR_CITIZEN));
			case DUE_TODAY -> filter.withStatuses(Status.OPEN).dueBetween(now, endOfDay(calendar, now));
			case OVERDUE -> filter.onlyOverdue();
			case ANSWERED -> filter.withStatuses(List.of(Status.ANSWERED));
			case ALL -> filter;
			case TRIAGE -> filter.withAgencies(List.of(Agency.TRIAGE)).withStatuses(Status.OPEN);
		};
	}

	/** Midnight after the day that this moment belongs to where the public service works. */
	static Instant endOfDay(WorkCalendar calendar, Instant now) {
		LocalDate tomorrow = calendar.day(now).plusDays(1);
		return tomorrow.atStartOfDay(calendar.zone()).toInstant();
	}

}
