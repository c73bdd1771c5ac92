package org.jauap.api;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jauap.account.Official;
import org.jauap.statistics.Figures;
import org.jauap.statistics.Statistics;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many, how fast, how well. */
@RestController
@RequestMapping(path = "/api/v1/stats", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Statistics")
class StatisticsController {

	private static final int DEFAULT_DAYS = 30;

	private final Statistics statistics;

	private final Readable readable;

	private final Clock clock;

	StatisticsController(Statistics statistics, Readable readable, Clock clock) {
		this.statistics = statistics;
		this.readable = readable;
		this.clock = clock;
	}

	record Waiting(@Nullable Long medianSeconds, @Nullable Long p90Seconds) {

		static Waiting of(Figures.Waiting waiting) {
			return new Waiting(waiting.median().map(Duration::toSeconds).orElse(null),
					waiting.p90().map(Duration::toSeconds).orElse(null));
		}

	}

	record Satisfaction(@Nullable Double average, long count) {
	}

	record StatisticsAnswer(LocalDate from, LocalDate to, @Nullable String agency, Map<String, Long> questions,
			Map<String, Long> byLanguage, Waiting firstAnswer, Waiting resolution, @Nullable Double inTime,
			Satisfaction satisfaction, @Nullable Double routingAccuracy, Map<String, Long> queues) {

		static StatisticsAnswer of(Figures figures, @Nullable String agency) {
			Map<String, Long> byLanguage = new LinkedHashMap<>();
			figures.byLanguage().forEach((language, count) -> byLanguage.put(language.code(), count));
			Map<String, Long> queues = new LinkedHashMap<>();
			figures.queues().forEach((status, count) -> queues.put(status.code(), count));
			return new StatisticsAnswer(figures.from(), figures.to(), agency, figures.events(), byLanguage,
					Waiting.of(figures.firstAnswer()), Waiting.of(figures.resolution()), figures.inTime().orElse(null),
					new Satisfaction(figures.satisfaction().average().orElse(null), figures.satisfaction().count()),
					figures.routingAccuracy().orElse(null), queues);
		}

	}

	@GetMapping
	@Operation(summary = "Figures over a period of days (UTC), both included; the last 30 unless given")
	StatisticsAnswer statistics(@Caller Official official,
			@Parameter(example = "2026-11-01") @RequestParam(required = false) @Nullable String from,
			@Parameter(example = "2026-11-30") @RequestParam(required = false) @Nullable String to,
			@Parameter(description = "agency code; all that the token may read unless given") @RequestParam(
					required = false) @Nullable String agency) {
		LocalDate last = day("to", to, LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC));
		LocalDate first = day("from", from, last.minusDays(DEFAULT_DAYS - 1L));
		long days = ChronoUnit.DAYS.between(first, last) + 1;
		if (days < 1 || days > Statistics.LONGEST_PERIOD) {
			throw Problems.field("from", "must not lie after 'to', nor more than " + Statistics.LONGEST_PERIOD
					+ " days before it");
		}
		String chosen = Readable.filled(agency).orElse(null);
		List<String> agencies = (chosen == null) ? List.of()
				: this.readable.agencies(official, new String[] { chosen });
		return StatisticsAnswer.of(this.statistics.of(official, first, last, agencies), chosen);
	}

	/** A time counts as its day in UTC. */
	private static LocalDate utcDay(String given) {
		return given.contains("T") ? OffsetDateTime.parse(given).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate()
				: LocalDate.parse(given);
	}

	private static LocalDate day(String field, @Nullable String given, LocalDate otherwise) {
		try {
			return Readable.filled(given).map(StatisticsController::utcDay).orElse(otherwise);
		}
		catch (DateTimeParseException ex) {
			throw Problems.field(field, "must be a day, e.g. 2026-11-30, or a time, e.g. 2026-11-30T00:00:00Z");
		}
	}

}
