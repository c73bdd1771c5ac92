package org.jauap.question;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jauap.account.Official;
import org.jauap.redis.Partition;

import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations.TypedTuple;
import org.springframework.stereotype.Component;

/**
 * Lists over the agencies' queues: a merge of every cell's slice, page by page from a cursor, so that the hundredth page
 * costs what the first one does.
 */
@Component
class Queues {

	/** How many pages' worth of candidates are looked through for one page of a narrow filter. */
	private static final int PAGES_LOOKED_THROUGH = 20;

	private final StringRedisTemplate redis;

	private final QuestionStore store;

	Queues(StringRedisTemplate redis, QuestionStore store) {
		this.redis = redis;
		this.store = store;
	}

	/** Where a list goes on: after this question. */
	private record Place(double urgency, String number) implements Comparable<Place> {

		private static final Comparator<Place> ORDER = Comparator.comparingDouble(Place::urgency)
			.thenComparing(Place::number);

		/** Before every question that is due at this moment or later. */
		static Place dueAt(Instant moment) {
			return new Place((double) moment.getEpochSecond() * Question.URGENCY_OF_A_SECOND, "");
		}

		static Place parse(String cursor) {
			try {
				String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
				int colon = text.indexOf(':');
				double urgency = Double.parseDouble(text.substring(0, colon));
				if (!Double.isFinite(urgency)) {
					throw new IllegalArgumentException("urgency " + urgency);
				}
				return new Place(urgency, text.substring(colon + 1));
			}
			catch (RuntimeException ex) {
				throw new IllegalArgumentException("the cursor is none of ours", ex);
			}
		}

		String cursor() {
			String text = this.urgency + ":" + this.number;
			return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
		}

		@Override
		public int compareTo(Place other) {
			return ORDER.compare(this, other);
		}

	}

	/**
	 * A page of the questions that the official may read and the filter wants, most urgent first.
	 * @throws IllegalArgumentException if the cursor is not one that an earlier page gave
	 */
	Page list(Official official, QueueFilter filter, Optional<String> cursor, int limit, Instant now) {
		List<String> queues = queues(official, filter);
		Place after = cursor.map(Place::parse)
			.or(() -> filter.dueFrom().map(Place::dueAt))
			.orElse(new Place(Double.NEGATIVE_INFINITY, ""));
		Place end = filter.overdue() ? Place.dueAt(now)
				: filter.dueBefore().map(Place::dueAt).orElse(new Place(Double.POSITIVE_INFINITY, ""));
		List<Question> items = new ArrayList<>();
		for (int look = 0; look < PAGES_LOOKED_THROUGH; look++) {
			List<Place> places = places(queues, after, limit + 1).stream()
				.filter(place -> place.compareTo(end) < 0)
				.toList();
			boolean more = places.size() > limit;
			List<Place> page = more ? places.subList(0, limit) : places;
			Map<String, Question> questions = read(page);
			for (int i = 0; i < page.size(); i++) {
				after = page.get(i);
				Question question = questions.get(after.number());
				if (question != null && official.mayRead(question.agency()) && filter.matches(question)) {
					items.add(question);
				}
				if (items.size() == limit) {
					return new Page(List.copyOf(items), (more || i + 1 < page.size()) ? after.cursor() : null);
				}
			}
			if (!more) {
				return new Page(List.copyOf(items), null);
			}
		}
		return new Page(List.copyOf(items), after.cursor());
	}

	/** How many questions of each status lie in these queues; agencies empty: all that the official may read. */
	Map<Status, Long> counts(Official official, List<String> agencies) {
		Map<Status, Long> counts = new EnumMap<>(Status.class);
		List<Status> statuses = List.of(Status.values());
		List<List<String>> queues = statuses.stream()
			.map(status -> queues(official, QueueFilter.all().withAgencies(agencies).withStatuses(List.of(status))))
			.toList();
		List<Object> sizes = this.redis.executePipelined((RedisCallback<Object>) connection -> {
			queues.forEach(keys -> keys.forEach(key -> connection.zSetCommands().zCard(key.getBytes(StandardCharsets.UTF_8))));
			return null;
		});
		int i = 0;
		for (int status = 0; status < statuses.size(); status++) {
			long sum = 0;
			for (int key = 0; key < queues.get(status).size(); key++) {
				sum += (Long) sizes.get(i++);
			}
			counts.put(statuses.get(status), sum);
		}
		return counts;
	}

	/** How many open questions in these queues are overdue, or due until a moment. */
	long dueUntil(Official official, List<String> agencies, Instant until) {
		List<String> queues = queues(official, QueueFilter.all().withAgencies(agencies).withStatuses(Status.OPEN));
		List<Object> sizes = this.redis.executePipelined((RedisCallback<Object>) connection -> {
			queues.forEach(key -> connection.zSetCommands()
				.zCount(key.getBytes(StandardCharsets.UTF_8), Double.NEGATIVE_INFINITY, (double) until.getEpochSecond() * Question.URGENCY_OF_A_SECOND));
			return null;
		});
		return sizes.stream().mapToLong(size -> (Long) size).sum();
	}

	private Map<String, Question> read(List<Place> places) {
		return this.store.findAll(places.stream().map(Place::number).toList())
			.stream()
			.collect(Collectors.toMap(Question::number, question -> question));
	}

	@SuppressWarnings("unchecked")
	private List<Place> places(List<String> queues, Place after, int limit) {
		List<Object> slices = this.redis.executePipelined((RedisCallback<Object>) connection -> {
			for (String queue : queues) {
				connection.zSetCommands()
					.zRangeByScoreWithScores(queue.getBytes(StandardCharsets.UTF_8),
							Range.rightUnbounded(Range.Bound.inclusive(after.urgency())),
							Limit.limit().count(limit + 64));
			}
			return null;
		});
		return slices.stream()
			.flatMap(slice -> ((Set<TypedTuple<String>>) slice).stream())
			.map(tuple -> new Place(tuple.getScore(), tuple.getValue()))
			.filter(place -> place.compareTo(after) > 0)
			.sorted()
			.limit(limit)
			.toList();
	}

	/** The zsets to merge: one for each cell, status, and agency – or the ones of all agencies for who may see all. */
	private static List<String> queues(Official official, QueueFilter filter) {
		List<Status> statuses = (filter.statuses().isEmpty() ? List.of(Status.values()) : filter.statuses()).stream()
			.filter(status -> !filter.overdue() || status.isOpen())
			.distinct()
			.toList();
		List<String> agencies = filter.agencies().isEmpty() ? List.copyOf(official.agencies())
				: filter.agencies().stream().filter(official::mayRead).distinct().toList();
		boolean all = filter.agencies().isEmpty() && official.seesAll();
		List<String> keys = new ArrayList<>();
		for (Partition partition : Partition.all()) {
			for (Status status : statuses) {
				if (all) {
					keys.add(QuestionKeys.queue(partition, status));
				}
				else {
					agencies.forEach(agency -> keys.add(QuestionKeys.queue(partition, agency, status)));
				}
			}
		}
		return keys;
	}

}
