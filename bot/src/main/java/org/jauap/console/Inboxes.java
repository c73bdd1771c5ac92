package org.jauap.console;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jauap.account.Official;
import org.jauap.agency.Agency;
import org.jauap.agency.Catalogue;
import org.jauap.agency.WorkCalendar;
import org.jauap.nlp.Language;
import org.jauap.question.Page;
import org.jauap.question.Question;
import org.jauap.question.QuestionNumber;
import org.jauap.question.Questions;
import org.jauap.question.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Puts together what an official sees of their queues. */
@Component
class Inboxes {

	private static final int PAGE = 50;

	private static final int BEGINNING = 160;

	private final Questions questions;

	private final Catalogue catalogue;

	private final WorkCalendar calendar;

	private final Clock clock;

	Inboxes(Questions questions, Catalogue catalogue, WorkCalendar calendar, Clock clock) {
		this.questions = questions;
		this.catalogue = catalogue;
		this.calendar = calendar;
		this.clock = clock;
	}

	/**
	 * The inbox as this official asked for it.
	 * @param selected number of the question shown beside it
	 */
	Inbox of(Official official, Language language, InboxQuery query, @Nullable String selected) {
		Instant now = this.clock.instant();
		Page page = page(official, query, now);
		List<InboxRow> rows = page.items().stream().map(question -> row(question, official, language, now, selected)).toList();
		Map<InboxView, Long> counts = counts(official, now);
		List<Inbox.View> views = counts.entrySet()
			.stream()
			.map(view -> new Inbox.View(view.getKey().code(), query.tailOf(view.getKey()), view.getValue(),
					view.getKey() == query.shown()))
			.toList();
		String next = (page.next() == null) ? null : query.tailFrom(page.next());
		boolean wrongNumber = query.words().filter(QuestionNumber::resembles).isPresent();
		return new Inbox(query, views, rows, next, counts.getOrDefault(InboxView.NEW, 0L),
				rows.isEmpty() ? oldest(official, now) : null, wrongNumber);
	}

	private Page page(Official official, InboxQuery query, Instant now) {
		var filter = query.shown().narrow(query.filter(), official, this.calendar, now);
		try {
			return this.questions.list(official, filter, Optional.ofNullable(query.cursor()).filter(some -> !some.isBlank()),
					PAGE);
		}
		catch (IllegalArgumentException ex) {
			// A cursor that somebody cut off while copying the address: the list starts from the beginning.
			return this.questions.list(official, filter, Optional.empty(), PAGE);
		}
	}

	private Map<InboxView, Long> counts(Official official, Instant now) {
		Map<Status, Long> all = this.questions.counts(official, List.of());
		long overdue = this.questions.overdue(official, List.of());
		Map<InboxView, Long> counts = new EnumMap<>(InboxView.class);
		for (InboxView view : InboxView.offeredTo(official)) {
			counts.put(view, switch (view) {
				case NEW -> all.get(Status.NEW) + all.get(Status.REOPENED);
				case MINE -> mine(official, now);
				case WAITING -> all.get(Status.WAITING_FOR_CITIZEN);
				case DUE_TODAY -> this.questions.dueBefore(official, List.of(),
						InboxView.endOfDay(this.calendar, now).minusSeconds(1)) - overdue;
				case OVERDUE -> overdue;
				case ANSWERED -> all.get(Status.ANSWERED);
				case ALL -> all.values().stream().mapToLong(Long::longValue).sum();
				case TRIAGE -> open(this.questions.counts(official, List.of(Agency.TRIAGE)));
			});
		}
		return counts;
	}

	private long mine(Official official, Instant now) {
		var filter = InboxView.MINE.narrow(InboxQuery.of(InboxView.MINE).filter(), official, this.calendar, now);
		return this.questions.list(official, filter, Optional.empty(), Inbox.View.MOST_COUNTED).items().size();
	}

	private @Nullable String oldest(Official official, Instant now) {
		var filter = InboxView.NEW.narrow(InboxQuery.of(InboxView.NEW).filter(), official, this.calendar, now);
		return this.questions.list(official, filter, Optional.empty(), 1)
			.items()
			.stream()
			.filter(question -> official.mayWork(question.agency()))
			.map(Question::number)
			.findFirst()
			.orElse(null);
	}

	private InboxRow row(Question question, Official official, Language language, Instant now,
			@Nullable String selected) {
		String agency = this.catalogue.agencyName(question.agency(), language);
		String topic = this.catalogue.intentName(question.agency(), question.intent(), language);
		return new InboxRow(question.number(), question.beginning(BEGINNING), question.language(),
				topic.isEmpty() ? agency : topic, agency, question.status().code(), question.receivedAt(),
				Deadline.of(question, this.calendar, now), question.assignee(),
				question.assignee().equals(official.name()), question.attachments().size(),
				question.number().equals(selected));
	}

	private static long open(Map<Status, Long> counts) {
		return Status.OPEN.stream().mapToLong(counts::get).sum();
	}

}
