package org.jauap.channel.webchat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jauap.agency.WorkCalendar;
import org.jauap.nlp.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The history as the template shows it. Days and times are the country's; the script turns them into the browser's own.
 */
@Component
class ChatPage {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

	private final ChatTexts texts;

	private final ZoneId zone;

	private final Clock clock;

	ChatPage(ChatTexts texts, WorkCalendar calendar, Clock clock) {
		this.texts = texts;
		this.zone = calendar.zone();
		this.clock = clock;
	}

	/**
	 * A line with what stands around it.
	 *
	 * @param bubble the line
	 * @param day the separator above it, where a new day begins
	 * @param time of the day
	 * @param quote the beginning of what it answers
	 * @param used data of its buttons that were tapped
	 */
	record Row(Bubble bubble, @Nullable String day, String time, @Nullable String quote, Set<String> used) {
	}

	/** @param from index of the first line to show; the ones before may still be quoted */
	List<Row> rows(List<ChatHistory.Shown> lines, int from, Language language) {
		List<Bubble> bubbles = lines.stream().map(shown -> Bubble.of(shown.line())).toList();
		Map<String, String> beginnings = new HashMap<>();
		Map<String, Set<String>> used = new HashMap<>();
		for (Bubble bubble : bubbles) {
			beginnings.put(bubble.id(), bubble.beginning());
			if (bubble.replyTo() != null && bubble.tap() != null) {
				used.computeIfAbsent(bubble.replyTo(), id -> new HashSet<>()).add(bubble.tap());
			}
		}
		List<Row> rows = new ArrayList<>();
		LocalDate before = null;
		for (Bubble bubble : bubbles.subList(from, bubbles.size())) {
			LocalDate day = day(bubble.at());
			String separator = day.equals(before) ? null : this.texts.day(language, day, day(this.clock.instant()));
			String quote = (bubble.tap() == null && bubble.replyTo() != null) ? beginnings.get(bubble.replyTo()) : null;
			rows.add(new Row(bubble, separator, TIME.format(bubble.at().atZone(this.zone)), quote,
					used.getOrDefault(bubble.id(), Set.of())));
			before = day;
		}
		return rows;
	}

	private LocalDate day(Instant at) {
		return at.atZone(this.zone).toLocalDate();
	}

}
