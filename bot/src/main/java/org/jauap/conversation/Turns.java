package org.jauap.conversation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.lettuce.core.RedisBusyException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisLoadingException;
import io.lettuce.core.RedisReadOnlyException;
import io.micrometer.core.instrument.MeterRegistry;
import org.jauap.channel.Content;
import org.jauap.channel.Conversation;
import org.jauap.channel.IncomingMessage;
import org.jauap.nlp.Language;
import org.jauap.question.Question;
import org.jauap.question.QuestionNumber;
import org.jauap.question.QuestionStore;
import org.jauap.redis.CellWork;
import org.jauap.redis.Feed;
import org.jauap.redis.Ownership;
import org.jauap.redis.Partition;
import org.jauap.redis.Script;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Takes the turns: every accepted message, and every pending matter whose time ran out, in each cell in order. A turn's
 * effects are one script together with the consumption of its cause, so a process may die at any moment.
 */
@Component
class Turns implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

	private static final Script DUE = Script.named("due");

	private static final Script PARK = Script.named("park");

	private static final int AT_ONCE = 64;

	private static final int FAILURES_BEFORE_PARKING = 5;

	private static final int ATTEMPTS = 10;

	private static final int QUESTIONS_LOOKED_AT = 50;

	/** Turns that this instance takes at once, over all cells: more would only keep what comes in waiting for a thread. */
	private static final int TURNS_AT_ONCE = 2;

	private final StringRedisTemplate redis;

	private final Ownership ownership;

	private final Dialogue dialogue;

	private final Effects effects;

	private final QuestionStore questions;

	private final MeterRegistry metrics;

	private final Clock clock;

	private final CellWork work;

	private final Semaphore turns = new Semaphore(TURNS_AT_ONCE, true);

	Turns(StringRedisTemplate redis, Ownership ownership, Feed feed, Dialogue dialogue, Effects effects,
			QuestionStore questions, MeterRegistry metrics, Clock clock) {
		this.redis = redis;
		this.ownership = ownership;
		this.dialogue = dialogue;
		this.effects = effects;
		this.questions = questions;
		this.metrics = metrics;
		this.clock = clock;
		this.work = new CellWork("turns", ownership, feed, this::work);
	}

	@Override
	public void start() {
		this.work.start();
	}

	@Override
	public void stop() {
		this.work.stop(TimeUnit.SECONDS.toMillis(10));
	}

	@Override
	public boolean isRunning() {
		return this.work.isRunning();
	}

	@Override
	public int getPhase() {
		return Ownership.PHASE + 2;
	}

	private long work(Partition partition, long token) {
		List<MapRecord<String, String, String>> accepted = this.redis.<String, String>opsForStream()
			.range(partition.key("in"), Range.unbounded(), Limit.limit().count(AT_ONCE));
		if (accepted != null) {
			for (MapRecord<String, String, String> entry : accepted) {
				if (!isRunning() || !takeInTurn(partition, token, entry)) {
					return 0;
				}
			}
		}
		Script.Answer due = DUE.run(this.redis, List.of(partition.key("timers")), AT_ONCE);
		for (int i = 2; i < due.values().size(); i += 2) {
			timeRanOut(partition, token, Conversation.parse(due.text(i)), due.number(i + 1));
		}
		return (accepted != null && accepted.size() == AT_ONCE) ? 0 : due.number(1);
	}

	private boolean takeInTurn(Partition partition, long token, MapRecord<String, String, String> entry) {
		this.turns.acquireUninterruptibly();
		try {
			return take(partition, token, entry);
		}
		finally {
			this.turns.release();
		}
	}

	/** Takes one turn; false when this cell's work must not go on now. */
	private boolean take(Partition partition, long token, MapRecord<String, String, String> entry) {
		String id = entry.getId().getValue();
		try {
			IncomingMessage message = JsonMapper.shared()
				.readValue(entry.getValue().get("message"), IncomingMessage.class);
			return take(partition, token, message.conversation(), message, Cause.message(id));
		}
		catch (RuntimeException ex) {
			if (ex instanceof DataAccessException && !isRefusalOfTheScript(ex)) {
				// Redis is away or refuses everybody for a while: the cell's work goes on when it is back.
				throw ex;
			}
			// No citizen's words in the log: only what kind of failure it was, and where.
			LOG.error("Cell {}: message {} failed: {} at {}", partition.number(), id, ex.getClass().getName(),
					(ex.getStackTrace().length > 0) ? ex.getStackTrace()[0] : "?");
			Script.Answer parked = PARK.run(this.redis,
					List.of(partition.key("in"), partition.key("tries"), partition.key("parked")), id,
					FAILURES_BEFORE_PARKING, ex.getClass().getName());
			if (parked.is("parked")) {
				LOG.error("Cell {}: message {} parked after {} failures", partition.number(), id,
						FAILURES_BEFORE_PARKING);
				this.metrics.counter("jauap.inbox.parked").increment();
			}
			return true;
		}
	}

	/** Whether Redis ran the script and the script failed: that is the message's fault, not the server's. */
	private static boolean isRefusalOfTheScript(Throwable ex) {
		Throwable root = ex;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return root instanceof RedisCommandExecutionException && !(root instanceof RedisLoadingException)
				&& !(root instanceof RedisReadOnlyException) && !(root instanceof RedisBusyException)
				&& !String.valueOf(root.getMessage()).matches("(?s)(OOM|MISCONF|CLUSTERDOWN|NOREPLICAS|TRYAGAIN|NOAUTH).*");
	}

	private void timeRanOut(Partition partition, long token, Conversation conversation, long when) {
		take(partition, token, conversation, null, Cause.timer(when));
	}

	private boolean take(Partition partition, long token, Conversation conversation,
			@Nullable IncomingMessage message, Cause cause) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			Map<String, String> kept = this.redis.<String, String>opsForHash()
				.entries(partition.key("c:" + conversation.id()));
			int version = Integer.parseInt(kept.getOrDefault("version", "0"));
			ConversationState state = kept.containsKey("state")
					? JsonMapper.shared().readValue(kept.get("state"), ConversationState.class) : ConversationState.NEW;
			Outcome outcome = this.dialogue.answer(turn(conversation, state, message));
			switch (this.effects.apply(partition, token, conversation, cause, version, outcome)) {
				case APPLIED, GONE -> {
					outcome.counted().forEach(this::count);
					return true;
				}
				case FENCED -> {
					this.ownership.lost(partition);
					return false;
				}
				case MOVED -> LOG.debug("Cell {}: a turn is taken again", partition.number());
			}
		}
		throw new IllegalStateException("a turn met " + ATTEMPTS + " changes in a row");
	}

	private Turn turn(Conversation conversation, ConversationState state, @Nullable IncomingMessage message) {
		List<Question> latest = this.questions.of(conversation, 0, QUESTIONS_LOOKED_AT);
		String named = (message == null) ? null
				: (message.content() instanceof Content.Edited) ? message.messageId() : message.replyTo();
		Optional<Question> about = Optional.ofNullable(named)
			.map(id -> (String) this.redis.opsForHash()
				.get(conversation.partition().key("r:" + conversation.id()), id))
			.flatMap(QuestionNumber::parse)
			.flatMap(this.questions::find);
		return new Turn(conversation, state, (message == null) ? null : message.content(),
				(message == null) ? "" : message.messageId(), about, message != null && message.replyTo() != null,
				latest, language(state, message), this.clock.instant(),
				() -> QuestionNumber.random(conversation.partition()));
	}

	/** What to answer in when the text itself doesn't say: the citizen's choice, the last text's, the messenger's. */
	private static Language language(ConversationState state, @Nullable IncomingMessage message) {
		if (state.language() != null) {
			return state.language();
		}
		if (state.lastLanguage() != null) {
			return state.lastLanguage();
		}
		String tag = (message == null) ? null : message.messengerLanguage();
		return Optional.ofNullable(tag)
			.map(known -> known.split("[-_]")[0].toLowerCase(java.util.Locale.ROOT))
			.flatMap(Language::of)
			.orElse(Language.RU);
	}

	private void count(String what) {
		String[] parts = what.split(":", 2);
		this.metrics.counter("jauap." + parts[0].replace('-', '.'), "value", parts[1]).increment();
	}

	/** What a turn consumes: an accepted message, or a timer. */
	record Cause(String id, Map<String, Object> json) {

		static Cause message(String streamId) {
			return new Cause(streamId, Map.of("message", streamId));
		}

		static Cause timer(long when) {
			return new Cause("t" + when, Map.of("timer", when));
		}

	}

}
