package org.jauap.statistics;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

import org.jauap.nlp.Language;
import org.jauap.question.Durations;
import org.jauap.question.Status;

/**
 * What happened in a period.
 *
 * @param from first day (UTC)
 * @param to last day
 * @param events what happened → how often: {@code registered}, {@code replied}, {@code closed}, {@code transferred},
 * {@code corrected}, {@code reopened}, {@code withdrawn}
 * @param byLanguage registered questions by language
 * @param firstAnswer from receipt to the first official reply
 * @param resolution from receipt to the citizen's 'solved'
 * @param inTime share of first replies before the deadline; empty without any
 * @param satisfaction the citizens' ratings
 * @param routingAccuracy share of registered questions that nobody sent elsewhere; empty without any
 * @param queues how many questions have each status now
 */
public record Figures(LocalDate from, LocalDate to, Map<String, Long> events, Map<Language, Long> byLanguage,
		Waiting firstAnswer, Waiting resolution, Optional<Double> inTime, Satisfaction satisfaction,
		Optional<Double> routingAccuracy, Map<Status, Long> queues) {

	/** How long something took; empty when it never happened. */
	public record Waiting(Optional<Duration> median, Optional<Duration> p90) {

		static Waiting of(SortedMap<Integer, Long> buckets) {
			if (buckets.isEmpty()) {
				return new Waiting(Optional.empty(), Optional.empty());
			}
			return new Waiting(Optional.of(Durations.percentile(buckets, 0.5)),
					Optional.of(Durations.percentile(buckets, 0.9)));
		}

	}

	/**
	 * What citizens think of the replies.
	 *
	 * @param average 1–5; empty without ratings
	 */
	public record Satisfaction(Optional<Double> average, long count) {
	}

}
