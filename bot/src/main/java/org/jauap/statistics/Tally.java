package org.jauap.statistics;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.jauap.nlp.Language;
import org.jauap.question.Status;

/** Adds counters {@code <agency>|<what>} up. */
final class Tally {

	private static final List<String> EVENTS = List.of("registered", "replied", "closed", "transferred", "corrected",
			"reopened", "withdrawn");

	private final Predicate<String> agencies;

	private final Map<String, Long> sums = new TreeMap<>();

	Tally(Predicate<String> agencies) {
		this.agencies = agencies;
	}

	void add(Map<String, String> counters) {
		counters.forEach((field, count) -> {
			int bar = field.indexOf('|');
			if (bar > 0 && this.agencies.test(field.substring(0, bar))) {
				this.sums.merge(field.substring(bar + 1), Long.parseLong(count), Long::sum);
			}
		});
	}

	Figures figures(LocalDate from, LocalDate to, Map<Status, Long> queues) {
		Map<String, Long> events = new LinkedHashMap<>();
		EVENTS.forEach(event -> events.put(event, sum(event)));
		Map<Language, Long> byLanguage = new LinkedHashMap<>();
		for (Language language : Language.values()) {
			byLanguage.put(language, sum("registered:" + language.code()));
		}
		long registered = sum("registered");
		long elsewhere = Math.min(registered, sum("misrouted"));
		return new Figures(from, to, events, byLanguage, Figures.Waiting.of(numbered("first:")),
				Figures.Waiting.of(numbered("resolved:")), share(sum("in-time"), sum("in-time") + sum("late")),
				satisfaction(), share(registered - elsewhere, registered), queues);
	}

	private Figures.Satisfaction satisfaction() {
		SortedMap<Integer, Long> ratings = numbered("rated:");
		long count = ratings.values().stream().mapToLong(Long::longValue).sum();
		long stars = ratings.entrySet().stream().mapToLong(rating -> rating.getKey() * rating.getValue()).sum();
		return new Figures.Satisfaction(share(stars, count), count);
	}

	/** The counters of this name by the number that they end in. */
	private SortedMap<Integer, Long> numbered(String prefix) {
		SortedMap<Integer, Long> numbered = new TreeMap<>();
		this.sums.forEach((what, count) -> {
			if (what.startsWith(prefix)) {
				numbered.put(Integer.valueOf(what.substring(prefix.length())), count);
			}
		});
		return numbered;
	}

	private long sum(String what) {
		return this.sums.getOrDefault(what, 0L);
	}

	private static Optional<Double> share(long part, long whole) {
		return (whole == 0) ? Optional.empty() : Optional.of((double) part / whole);
	}

}
