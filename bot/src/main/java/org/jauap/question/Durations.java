package org.jauap.question;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;

/**
 * Waiting times as counters: buckets of equal ratio, eight a doubling, so that a median or a percentile over any period
 * is a sum of counters and at most {@code 2^(1/16)} (4.4 %) off.
 */
public final class Durations {

	private static final int PER_DOUBLING = 8;

	private Durations() {
	}

	/** The bucket of the time between two moments. */
	static int bucket(Instant from, Instant to) {
		long seconds = Math.max(1, Duration.between(from, to).toSeconds());
		return (int) Math.round(PER_DOUBLING * Math.log(seconds) / Math.log(2));
	}

	/**
	 * The time below which this share of the waiting times lies.
	 * @param counted bucket → how many
	 * @param share 0–1; 0.5 is the median
	 * @return zero when nothing was counted
	 */
	public static Duration percentile(SortedMap<Integer, Long> counted, double share) {
		long all = counted.values().stream().mapToLong(Long::longValue).sum();
		long seen = 0;
		for (var bucket : counted.entrySet()) {
			seen += bucket.getValue();
			if (seen >= Math.ceil(share * all)) {
				return Duration.ofSeconds(Math.round(Math.pow(2, (double) bucket.getKey() / PER_DOUBLING)));
			}
		}
		return Duration.ZERO;
	}

}
