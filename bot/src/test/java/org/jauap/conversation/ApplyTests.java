package org.jauap.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jauap.channel.Conversation;
import org.jauap.nlp.Language;
import org.jauap.question.Question;
import org.jauap.question.QuestionChange;
import org.jauap.question.QuestionNumber;
import org.jauap.question.Status;
import org.jauap.redis.Partition;
import org.jauap.redis.RealRedis;
import org.jauap.text.RichText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A turn's effects and the consumption of its cause are one atom, on a real server. */
class ApplyTests {

	private static final Conversation CITIZEN = new Conversation("telegram", "7");

	private static final Partition CELL = CITIZEN.partition();

	private static final long TOKEN = 3;

	private StringRedisTemplate redis;

	private Effects effects;

	private String message;

	@BeforeEach
	void oneAcceptedMessage() {
		this.redis = RealRedis.empty();
		this.effects = new Effects(this.redis, new ConversationSettings(Duration.ofMinutes(15)));
		this.redis.opsForHash().put(CELL.key("lease"), "token", Long.toString(TOKEN));
		this.message = this.redis.opsForStream().add(CELL.key("in"), Map.of("message", "{}")).getValue();
	}

	@Test
	void everythingHappensOnceHoweverOftenTheTurnIsTaken() {
		Outcome outcome = registration("4000");
		Turns.Cause cause = Turns.Cause.message(this.message);

		assertThat(apply(cause, 0, outcome)).isEqualTo(Effects.Applied.APPLIED);
		String number = outcome.changes().getFirst().before().number();
		assertThat(this.redis.opsForStream().size(CELL.key("in"))).isZero();
		assertThat(this.redis.opsForHash().get(CELL.key("q:" + number), "version")).isEqualTo("1");
		assertThat(this.redis.opsForZSet().range(CELL.key("a:akimat:new"), 0, -1)).containsExactly(number);
		assertThat(this.redis.opsForZSet().range(CELL.key("s:new"), 0, -1)).containsExactly(number);
		assertThat(this.redis.opsForZSet().range(CELL.key("cq:" + CITIZEN.id()), 0, -1)).containsExactly(number);
		assertThat(this.redis.opsForList().size(CELL.key("o:" + CITIZEN.id()))).isEqualTo(1);
		assertThat(this.redis.opsForHash().get(CELL.key("r:" + CITIZEN.id()), "4000")).isEqualTo(number);
		assertThat(this.redis.opsForStream().size(CELL.key("ev"))).isEqualTo(1);
		Map<String, Object> once = RealRedis.snapshot();

		assertThat(apply(cause, 0, outcome)).isEqualTo(Effects.Applied.GONE);
		assertThat(RealRedis.snapshot()).isEqualTo(once);
	}

	@Test
	void aFormerOwnerChangesNothing() {
		Map<String, Object> before = RealRedis.snapshot();

		assertThat(this.effects.apply(CELL, TOKEN - 1, CITIZEN, Turns.Cause.message(this.message), 0,
				registration("4000"))).isEqualTo(Effects.Applied.FENCED);
		assertThat(RealRedis.snapshot()).isEqualTo(before);
	}

	@Test
	void aConversationThatMovedOnIsDecidedAnew() {
		this.redis.opsForHash().put(CELL.key("c:" + CITIZEN.id()), "version", "8");
		Map<String, Object> before = RealRedis.snapshot();

		assertThat(apply(Turns.Cause.message(this.message), 7, registration("4000"))).isEqualTo(Effects.Applied.MOVED);
		assertThat(RealRedis.snapshot()).isEqualTo(before);
	}

	@Test
	void aNumberInUseIsNeverGivenTwice() {
		Outcome outcome = registration("4000");
		this.redis.opsForHash()
			.put(CELL.key("q:" + outcome.changes().getFirst().before().number()), "version", "5");
		Map<String, Object> before = RealRedis.snapshot();

		assertThat(apply(Turns.Cause.message(this.message), 0, outcome)).isEqualTo(Effects.Applied.MOVED);
		assertThat(RealRedis.snapshot()).isEqualTo(before);
	}

	@Test
	void aTimerIsConsumedOnce() {
		Outcome asked = Outcome.silence(ConversationState.NEW).timer(Outcome.Timer.START);
		apply(Turns.Cause.message(this.message), 0, asked);
		long when = this.redis.opsForZSet().score(CELL.key("timers"), CITIZEN.id()).longValue();
		Outcome triage = registration("4000").timer(Outcome.Timer.STOP);

		assertThat(apply(Turns.Cause.timer(when), 1, triage)).isEqualTo(Effects.Applied.APPLIED);
		Map<String, Object> once = RealRedis.snapshot();
		assertThat(apply(Turns.Cause.timer(when), 2, triage)).isEqualTo(Effects.Applied.GONE);
		assertThat(RealRedis.snapshot()).isEqualTo(once);
	}

	private Effects.Applied apply(Turns.Cause cause, int version, Outcome outcome) {
		return this.effects.apply(CELL, TOKEN, CITIZEN, cause, version, outcome);
	}

	private static Outcome registration(String messageId) {
		Instant now = Instant.parse("2026-11-24T10:00:00Z");
		Question question = new Question(QuestionNumber.random(CELL).text(), Status.NEW, "akimat", "potholes", 0.9,
				Language.RU, CITIZEN, "яма", List.of(), List.of(), "", List.of(), now, now.plusSeconds(86_400), "", 0, 0, 0,
				List.of());
		return Outcome.silence(ConversationState.NEW)
			.change(QuestionChange.registration(question))
			.say(new Outcome.Say(Language.RU, RichText.plain("принято"), List.of(), question.number()))
			.bind(List.of(messageId), question.number());
	}

}
