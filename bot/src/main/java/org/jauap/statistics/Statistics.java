package org.jauap.statistics;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jauap.account.Official;
import org.jauap.question.Questions;
import org.jauap.redis.Partition;

import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Service;

/** Figures over a period, as far as an official may read the agencies' questions. */
@Service
public class Statistics {

	/** Days a period may have: each is one read a cell. */
	public static final int LONGEST_PERIOD = 366;

	private static final int DAYS_AT_ONCE = 31;

	private final StringRedisTemplate redis;

	private final Questions questions;

	Statistics(StringRedisTemplate redis, Questions questions) {
		this.redis = redis;
		this.questions = questions;
	}

	/**
	 * The figures of a period, both days included.
	 * @param agencies codes; empty: every agency that the official may read
	 */
	public Figures of(Official official, LocalDate from, LocalDate to, List<String> agencies) {
		Tally tally = new Tally(
				agency -> official.mayRead(agency) && (agencies.isEmpty() || agencies.contains(agency)));
		for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(DAYS_AT_ONCE)) {
			LocalDate last = day.plusDays(DAYS_AT_ONCE - 1L);
			read(day, last.isBefore(to) ? last : to).forEach(tally::add);
		}
		return tally.figures(from, to, this.questions.counts(official, agencies));
	}

	@SuppressWarnings("unchecked")
	private List<Map<String, String>> read(LocalDate from, LocalDate to) {
		List<Object> days = this.redis.executePipelined((RedisCallback<Object>) connection -> {
			from.datesUntil(to.plusDays(1))
				.forEach(day -> Partition.all()
					.forEach(partition -> connection.hashCommands()
						.hGetAll(partition.key("n:" + day).getBytes(StandardCharsets.UTF_8))));
			return null;
		});
		List<Map<String, String>> counters = new ArrayList<>();
		days.forEach(day -> counters.add((Map<String, String>) day));
		return counters;
	}

}
