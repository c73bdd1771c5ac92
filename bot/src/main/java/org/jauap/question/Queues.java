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
import java.util.OptionalDouble;
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

	/** One cell's zset to merge; what a citizen reopened comes before everything else. */
	private record Queue(String key, boolean first) {

		byte[] bytes() {
			return this.key.getBytes(StandardCharsets.UTF_8);
		}

	}

	/** Where a list goes on: after this question. */
	private record Place(boolean first, double urgency, String number) implements Comparable<Place> {

		private static final Comparator<Place> ORDER = Comparator.comparing((Place place) -> !place.first())
			.thenComparingDouble(Place::urgency)
			.thenComparing(Place::number);

		static final Place START = new Place(true, Double.NEGATIVE_INFINITY, "");

		static Place parse(String cursor) {
			try {
				String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(":", 3);
				double urgency = Double.parseDouble(parts[1]);
				if (!Double.isFinite(urgency)) {
					throw new IllegalArgumentException("urgency " + urgency);
				}
				return new Place(parts[0].equals("1"), urgency, parts[2]);
			}
			catch (RuntimeException ex) {
				throw new IllegalArgumentException("the cursor is none of ours", ex);
			}
		}

		String cursor() {
			String text = (this.first ? "1:" : "2:") + this.urgency + ":" + this.number;
			return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
		}

		/** From where on this queue still has something behind this place; empty: it has nothing. */
		OptionalDouble goesOnIn(Queue queue) {
			if (queue.first() == this.first) {
				return OptionalDouble.of(this.urgency);
			}
			return this.first ? OptionalDouble.of(Double.NEGATIVE_INFINITY) : OptionalDouble.empty();
		}

		@Override
		public int compareTo(Place other) {
			return ORDER.compare(this, other);
		}

	}

	/** The urgency of whatever is due at this moment. */
	private static double urgency(Instant due) {
		return (double) due.getEpochSecond() * Question.URGENCY_OF_A_SECOND;
	}

	/**
	 * A page of the questions that the official may read and the filter wants: reopened ones first, then as they are due.
	 * @throws IllegalArgumentException if the cursor is not one that an earlier page gave
	 */
	Page list(Official official, QueueFilter filter, Optional<String> cursor, int limit, Instant now) {
		List<Queue> queues = queues(official, filter);
		Place after = cursor.map(Place::parse).orElse(Place.START);
		double from = filter.dueFrom().map(Queues::urgency).orElse(Double.NEGATIVE_INFINITY);
		double to = filter.overdue() ? urgency(now)
				: filter.dueBefore().map(Queues::urgency).orElse(Double.POSITIVE_INFINITY);
		List<Question> items = new ArrayList<>();
		for (int look = 0; look < PAGES_LOOKED_THROUGH; look++) {
			List<Place> places = places(queues, after, from, to, limit + 1);
			boolean more = places.size() > limit;
			List<Place> page = more ? places.subList(0, limit) : places;
			Map<String, Question> questions = read(page);
			for (int i = 0; i < page.size(); i++) {
				after = page.get(i);
				Question question = questions.get(after.number());
				if (question != null && official.mayRead(question.agency()) && filter.matches(question)
						&& !items.contains(question)) {
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
		List<List<Queue>> queues = statuses.stream()
			.map(status -> queues(official, QueueFilter.all().withAgencies(agencies).withStatuses(List.of(status))))
			.toList();
		List<Object> sizes = this.redis.executePipelined((RedisCallback<Object>) connection -> {
			queues.forEach(some -> some.forEach(queue -> connection.zSetCommands().zCard(queue.bytes())));
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
		List<Queue> queues = queues(official, QueueFilter.all().withAgencies(agencies).withStatuses(Status.OPEN));
		List<Object> sizes = this.redis.executePipelined((RedisCallback<Object>) connection -> {
			queues.forEach(queue -> connection.zSetCommands()
				.zCount(queue.bytes(), Double.NEGATIVE_INFINITY, urgency(until)));
			return null;
		});
		return sizes.stream().mapToLong(size -> (Long) size).sum();
	}

	private Map<String, Question> read(List<Place> places) {
		return this.store.findAll(places.stream().map(Place::number).toList())
			.stream()
			.collect(Collectors.toMap(Question::number, question -> question, (one, same) -> one));
	}

	/** The next places behind one, with an urgency from {@code from} to before {@code to}. */
	@SuppressWarnings("unchecked")
	private List<Place> places(List<Queue> queues, Place after, double from, double to, int limit) {
		List<Queue> left = queues.stream().filter(queue -> after.goesOnIn(queue).isPresent()).toList();
		List<Object> slices = this.redis.executePipelined((RedisCallback<Object>) connection -> {
			for (Queue queue : left) {
				double lower = Math.max(from, after.goesOnIn(queue).getAsDouble());
				connection.zSetCommands()
					.zRangeByScoreWithScores(queue.bytes(),
							Range.of(Range.Bound.inclusive(lower), Range.Bound.exclusive(to)),
							Limit.limit().count(limit + 64));
			}
			return null;
		});
		List<Place> places = new ArrayList<>();
		for (int i = 0; i < left.size(); i++) {
			for (TypedTuple<String> tuple : (Set<TypedTuple<String>>) slices.get(i)) {
				places.add(new Place(left.get(i).first(), tuple.getScore(), tuple.getValue()));
			}
		}
		return places.stream().filter(place -> place.compareTo(after) > 0).sorted().limit(limit).toList();
	}

	/** The zsets to merge: one for each cell, status, and agency – or the ones of all agencies for who may see all. */
	private static List<Queue> queues(Official official, QueueFilter filter) {
		List<Status> statuses = (filter.statuses().isEmpty() ? List.of(Status.values()) : filter.statuses()).stream()
			.filter(status -> !filter.overdue() || status.isOpen())
			.distinct()
			.toList();
		List<String> agencies = filter.agencies().isEmpty() ? List.copyOf(official.agencies())
				: filter.agencies().stream().filter(official::mayRead).distinct().toList();
		boolean all = filter.agencies().isEmpty() && official.seesAll();
		List<Queue> queues = new ArrayList<>();
		for (Partition partition : Partition.all()) {
			for (Status status : statuses) {
				List<String> keys = all ? List.of(QuestionKeys.queue(partition, status))
						: agencies.stream().map(agency -> QuestionKeys.queue(partition, agency, status)).toList();
				keys.forEach(key -> queues.add(new Queue(key, status == Status.REOPENED)));
			}
		}
		return queues;
	}

}
