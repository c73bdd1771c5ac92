package org.jauap.console;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jauap.account.Official;
import org.jauap.agency.Agency;
import org.jauap.agency.Catalogue;
import org.jauap.agency.WorkCalendar;
import org.jauap.channel.Attachment;
import org.jauap.nlp.Language;
import org.jauap.question.Entry;
import org.jauap.question.Question;

import org.springframework.stereotype.Component;

/** Puts together what an official sees of one question. */
@Component
class QuestionViews {

	private static final int MONTHS_OF_EXTENSION = 2;

	private final Catalogue catalogue;

	private final WorkCalendar calendar;

	private final Topics topics;

	private final Clock clock;

	QuestionViews(Catalogue catalogue, WorkCalendar calendar, Topics topics, Clock clock) {
		this.catalogue = catalogue;
		this.calendar = calendar;
		this.topics = topics;
		this.clock = clock;
	}

	/**
	 * The question as this official sees it.
	 * @param seen how many entries of the timeline they had seen; what came later is marked
	 */
	QuestionView of(Question question, Official official, Language language, int seen) {
		LocalDate due = this.calendar.day(question.dueAt());
		LocalDate received = this.calendar.day(question.receivedAt());
		LocalDate receipt = this.calendar.receiptDay(question.receivedAt());
		Instant now = this.clock.instant();
		return new QuestionView(question, this.catalogue.agencyName(question.agency(), language),
				this.catalogue.intentName(question.agency(), question.intent(), language),
				Topics.percent(question.confidence()), Deadline.of(question, this.calendar, now),
				this.catalogue.agency(question.agency()).map(Agency::deadline).orElse(0), !receipt.equals(received),
				receipt.atStartOfDay(this.calendar.zone()).toInstant(), timeline(question, language, seen),
				this.topics.candidates(question, language), official.mayWork(question.agency()),
				official.mayTakeOver(), question.assignee().equals(official.name()), due.plusDays(1),
				due.plusMonths(MONTHS_OF_EXTENSION), UUID.randomUUID().toString());
	}

	/** The last second of a day, as a deadline. */
	Instant endOf(LocalDate day) {
		return day.plusDays(1).atStartOfDay(this.calendar.zone()).toInstant().minusSeconds(1);
	}

	private List<QuestionView.Line> timeline(Question question, Language language, int seen) {
		List<QuestionView.Line> lines = new ArrayList<>();
		for (int i = 0; i < question.timeline().size(); i++) {
			lines.add(line(question, question.timeline().get(i), i + 1, language, i >= seen));
		}
		return List.copyOf(lines);
	}

	private QuestionView.Line line(Question question, Entry entry, int number, Language language, boolean isNew) {
		boolean moved = entry.kind() == Entry.Kind.TRANSFERRED || entry.kind() == Entry.Kind.CORRECTED;
		boolean rated = entry.kind() == Entry.Kind.RATED;
		String[] words = entry.text().split("\n", 2);
		String place = moved ? this.catalogue.agencyName(words[0], language) : rated ? entry.text() : "";
		String text = moved ? (words.length > 1 ? words[1] : "") : rated ? "" : entry.text();
		boolean official = !entry.isFromCitizen() && !Entry.GATEWAY.equals(entry.by());
		String delivery = (entry.delivery() == null) ? "" : entry.delivery();
		return new QuestionView.Line(number, entry.kind().code(), look(entry.kind()), official ? entry.by() : "",
				entry.at(), place, text, files(question, entry, number), delivery, isNew);
	}

	private static String look(Entry.Kind kind) {
		return switch (kind) {
			case REGISTERED, ADDED, EDITED -> "citizen";
			case REPLIED, ASKED, CLOSED, EXTENDED -> "official";
			case NOTED -> "note";
			case CLAIMED, RELEASED, TRANSFERRED, CORRECTED, SOLVED, RATED, REOPENED, WITHDRAWN -> "event";
		};
	}

	private static List<QuestionView.File> files(Question question, Entry entry, int number) {
		List<QuestionView.File> files = new ArrayList<>();
		for (int i = 0; i < entry.attachments().size(); i++) {
			Attachment attachment = entry.attachments().get(i);
			String href = (attachment.latitude() == null || attachment.longitude() == null)
					? "/console/questions/" + question.number() + "/attachments/" + number + "/" + i
					: String.format(Locale.ROOT, "https://www.openstreetmap.org/?mlat=%1$.6f&mlon=%2$.6f#map=17/%1$.6f/%2$.6f",
							attachment.latitude(), attachment.longitude());
			files.add(new QuestionView.File(i, attachment, href));
		}
		return List.copyOf(files);
	}

}
