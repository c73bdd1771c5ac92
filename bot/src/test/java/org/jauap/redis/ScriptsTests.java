package org.jauap.redis;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The scripts around messages and ownership, on a real server: what each does, and that twice is once. */
class ScriptsTests {

	private static final String CONVERSATION = "telegram:7";

	private StringRedisTemplate redis;

	@BeforeEach
	void emptyRedis() {
		this.redis = RealRedis.empty();
	}

	@Test
	void acceptTakesTheSameUpdateOnce() {
		assertThat(accept("41", "first").outcome()).isEqualTo("accepted");
		Map<String, Object> once = RealRedis.snapshot();

		assertThat(accept("41", "first").outcome()).isEqualTo("repeat");
		assertThat(RealRedis.snapshot()).isEqualTo(once);
		assertThat(this.redis.opsForStream().size("{p1}:in")).isEqualTo(1);
	}

	@Test
	void acceptKeepsTheUpdateIdAfterTheMessageWasProcessed() {
		accept("41", "first");
		this.redis.delete("{p1}:in");

		assertThat(accept("41", "first").outcome()).isEqualTo("repeat");
		assertThat(this.redis.opsForStream().size("{p1}:in")).isZero();
	}

	@Test
	void acceptRefusesWholeWhenTooMuchIsWaiting() {
		accept("1", "one");
		accept("2", "two");

		Script.Answer third = Script.named("accept").run(this.redis, List.of("{p1}:u:bot:0", "{p1}:in"), "3", "three", 2);

		assertThat(third.outcome()).isEqualTo("full");
		assertThat(this.redis.opsForSet().isMember("{p1}:u:bot:0", "3")).isFalse();
	}

	@Test
	void sayTakesInAndShowsTogetherOnce() {
		assertThat(say("id-1").outcome()).isEqualTo("accepted");
		Map<String, Object> once = RealRedis.snapshot();

		assertThat(say("id-1").outcome()).isEqualTo("repeat");
		assertThat(RealRedis.snapshot()).isEqualTo(once);
		assertThat(this.redis.opsForStream().size("{p1}:in")).isEqualTo(1);
		assertThat(this.redis.opsForStream().size("{p1}:w:web:1")).isEqualTo(1);
	}

	@Test
	void showShowsOnce() {
		Script show = Script.named("show");
		List<String> keys = List.of("{p1}:w:web:1", "{p1}:wi:web:1");

		assertThat(show.run(this.redis, keys, "web:1", "m1", "{}", 1).outcome()).isEqualTo("shown");
		Map<String, Object> once = RealRedis.snapshot();
		assertThat(show.run(this.redis, keys, "web:1", "m1", "{}", 1).outcome()).isEqualTo("repeat");
		assertThat(RealRedis.snapshot()).isEqualTo(once);
	}

	@Test
	void leaseHasOneHolderAndATokenThatOnlyGrows() {
		assertThat(lease("a", 10_000).values()).isEqualTo(List.of("held", 1L));
		assertThat(lease("a", 10_000).values()).as("renewed").isEqualTo(List.of("held", 1L));
		assertThat(lease("b", 10_000).outcome()).isEqualTo("other");
		assertThat(lease("a", 0).outcome()).isEqualTo("released");
		Script.Answer next = lease("b", 10_000);
		assertThat(next.outcome()).isEqualTo("held");
		assertThat(next.number(1)).isGreaterThan(1);
	}

	@Test
	void leaseRunsOutOnRedisClock() {
		lease("a", 10_000);
		this.redis.opsForHash().put("{p1}:lease", "until", "1");

		assertThat(lease("b", 10_000).values()).isEqualTo(List.of("held", 2L));
		assertThat(lease("a", 10_000).outcome()).isEqualTo("other");
	}

	@Test
	void presenceListsWhoIsThere() {
		Script presence = Script.named("presence");
		presence.run(this.redis, List.of("{jauap}:instances"), "b", 10_000);
		assertThat(presence.run(this.redis, List.of("{jauap}:instances"), "a", 10_000).values())
			.isEqualTo(List.of("present", "a", "b"));
		assertThat(presence.run(this.redis, List.of("{jauap}:instances"), "b", 0).values())
			.isEqualTo(List.of("present", "a"));
	}

	@Test
	void dueGivesWhatHasComeAndWhenTheNextOneComes() {
		this.redis.opsForZSet().add("{p1}:timers", "past", 1);
		this.redis.opsForZSet().add("{p1}:timers", "future", System.currentTimeMillis() + 60_000d);

		Script.Answer due = Script.named("due").run(this.redis, List.of("{p1}:timers"), 10);

		assertThat(due.values()).hasSize(4);
		assertThat(due.number(1)).isBetween(50_000L, 60_000L);
		assertThat(due.text(2)).isEqualTo("past");
	}

	@Test
	void parkPutsAMessageAsideAfterItsFailures() {
		String id = accept("41", "poison").text(1);
		Script park = Script.named("park");
		List<String> keys = List.of("{p1}:in", "{p1}:tries", "{p1}:parked");

		assertThat(park.run(this.redis, keys, id, 2, "why").values()).isEqualTo(List.of("again", 1L));
		assertThat(park.run(this.redis, keys, id, 2, "why").outcome()).isEqualTo("parked");
		Map<String, Object> once = RealRedis.snapshot();
		assertThat(park.run(this.redis, keys, id, 2, "why").outcome()).isEqualTo("gone");
		assertThat(RealRedis.snapshot()).isEqualTo(once);
		assertThat(this.redis.opsForStream().size("{p1}:parked")).isEqualTo(1);
		assertThat(this.redis.opsForStream().size("{p1}:in")).isZero();
	}

	@Test
	void takeReservesOnlyTheHeadAndOnlyForTheOwner() {
		own(5);
		enqueue("m1");
		enqueue("m2");

		assertThat(take(5, "m2").outcome()).as("not the head").isEqualTo("gone");
		assertThat(take(4, "m1").outcome()).as("a former owner").isEqualTo("fenced");
		assertThat(take(5, "m1").outcome()).isEqualTo("reserved");
		Object once = this.redis.opsForHash().entries(message("m1"));
		assertThat(take(5, "m1").outcome()).as("the answer may have been lost").isEqualTo("reserved");
		assertThat(this.redis.opsForHash().entries(message("m1"))).isEqualTo(once);
	}

	@Test
	void whatThisOwnerWasSendingWhenItLostTheOutcomeIsUncertain() {
		own(5);
		enqueue("m1");
		take(5, "m1");
		mark(5, "m1");

		assertThat(take(5, "m1").outcome()).isEqualTo("uncertain");
	}

	@Test
	void whatAFormerOwnerOnlyReservedIsSimplyTakenOver() {
		own(5);
		enqueue("m1");
		take(5, "m1");
		own(6);

		assertThat(take(6, "m1").outcome()).isEqualTo("reserved");
	}

	@Test
	void whatAFormerOwnerWasSendingIsUncertain() {
		own(5);
		enqueue("m1");
		take(5, "m1");
		assertThat(mark(5, "m1").outcome()).isEqualTo("sending");
		own(6);

		assertThat(take(6, "m1").values()).isEqualTo(List.of("uncertain", "{}"));
	}

	@Test
	void markRefusesAFormerOwnerAndIsIdempotent() {
		own(5);
		enqueue("m1");
		take(5, "m1");
		assertThat(mark(5, "m1").outcome()).isEqualTo("sending");
		Map<String, Object> once = RealRedis.snapshot();
		assertThat(mark(5, "m1").outcome()).isEqualTo("sending");
		assertThat(RealRedis.snapshot()).isEqualTo(once);

		own(6);
		assertThat(mark(5, "m1").outcome()).isEqualTo("fenced");
	}

	@Test
	void doneDeliveredMovesOnToTheNextAndTellsTheQuestionOnce() {
		own(5);
		enqueue("m1");
		enqueue("m2");
		this.redis.opsForHash().putAll("{p1}:q:N", Map.of("agency", "akimat", "status", "answered", "assignee", "a",
				"version", "3", "d2", "queued"));
		take(5, "m1");
		mark(5, "m1");

		assertThat(done(5, "m1", "delivered", "delivered").outcome()).isEqualTo("done");
		assertThat(this.redis.opsForList().range("{p1}:o:" + CONVERSATION, 0, -1)).containsExactly("m2");
		assertThat(this.redis.opsForHash().get("{p1}:q:N", "d2")).isEqualTo("delivered");
		assertThat(this.redis.opsForHash().get("{p1}:r:" + CONVERSATION, "99")).isEqualTo("N");
		assertThat(this.redis.opsForZSet().score("{p1}:out:due", CONVERSATION)).isNotNull();
		Map<String, Object> once = RealRedis.snapshot();
		assertThat(done(5, "m1", "delivered", "delivered").outcome()).isEqualTo("gone");
		assertThat(RealRedis.snapshot()).isEqualTo(once);
	}

	@Test
	void doneLaterKeepsTheMessageAtTheHead() {
		own(5);
		enqueue("m1");
		take(5, "m1");

		assertThat(done(5, "m1", "later", "").outcome()).isEqualTo("done");
		assertThat(this.redis.opsForList().range("{p1}:o:" + CONVERSATION, 0, -1)).containsExactly("m1");
		assertThat(this.redis.opsForHash().get(message("m1"), "tries")).isEqualTo("1");
		assertThat(take(5, "m1").outcome()).isEqualTo("reserved");
	}

	@Test
	void anUncertainReplysRepetitionGoesBeforeWhatWaits() {
		own(5);
		enqueue("m1");
		enqueue("m2");
		take(5, "m1");
		mark(5, "m1");

		done(5, "m1", "repeat", "uncertain");

		assertThat(this.redis.opsForList().range("{p1}:o:" + CONVERSATION, 0, -1)).containsExactly("m1-r", "m2");
		assertThat(take(5, "m1-r").outcome()).isEqualTo("reserved");
	}

	@Test
	void doneRestsTheChatBetweenTwoMessages() {
		own(5);
		enqueue("m1");
		enqueue("m2");
		take(5, "m1");
		long before = System.currentTimeMillis();

		done(5, "m1", "delivered", "");

		assertThat(this.redis.opsForZSet().score("{p1}:out:due", CONVERSATION)).isGreaterThanOrEqualTo(before + 1000d);
	}

	@Test
	void rateGivesOutWhatItHasAndNoMore() {
		Script rate = Script.named("rate");
		List<String> key = List.of("{rl:t}");
		for (int i = 0; i < 5; i++) {
			assertThat(rate.run(this.redis, key, 1, 5, 0, 1).outcome()).isEqualTo("go");
		}
		Script.Answer sixth = rate.run(this.redis, key, 1, 5, 0, 1);
		assertThat(sixth.outcome()).isEqualTo("wait");
		assertThat(sixth.number(1)).isBetween(1L, 1000L);
	}

	@Test
	void rateKeepsAReserveForRepliesFromAnnouncements() {
		Script rate = Script.named("rate");
		List<String> key = List.of("{rl:t}");
		for (int i = 0; i < 3; i++) {
			assertThat(rate.run(this.redis, key, 1, 5, 2, 1).outcome()).isEqualTo("go");
		}
		assertThat(rate.run(this.redis, key, 1, 5, 2, 1).outcome()).as("an announcement").isEqualTo("wait");
		assertThat(rate.run(this.redis, key, 1, 5, 0, 1).outcome()).as("a reply").isEqualTo("go");
	}

	@Test
	void pauseSilencesEveryoneAndIsNeverShortened() {
		Script pause = Script.named("pause");
		pause.run(this.redis, List.of("{rl:t}"), 30_000);
		pause.run(this.redis, List.of("{rl:t}"), 1_000);

		Script.Answer answer = Script.named("rate").run(this.redis, List.of("{rl:t}"), 1000, 200, 0, 1);

		assertThat(answer.outcome()).isEqualTo("wait");
		assertThat(answer.number(1)).isGreaterThan(20_000);
	}

	private Script.Answer accept(String id, String message) {
		return Script.named("accept").run(this.redis, List.of("{p1}:u:bot:0", "{p1}:in"), id, message, 100);
	}

	private Script.Answer say(String id) {
		return Script.named("say")
			.run(this.redis, List.of("{p1}:u:web:1", "{p1}:in", "{p1}:w:web:1", "{p1}:wi:web:1"), id, "{}", 100, "web:1",
					"{}", 1);
	}

	private Script.Answer lease(String owner, int millis) {
		return Script.named("lease").run(this.redis, List.of("{p1}:lease"), owner, millis);
	}

	private void own(int token) {
		this.redis.opsForHash().putAll("{p1}:lease", Map.of("owner", "me", "until", "9999999999999", "token", "" + token));
	}

	/** As the scripts' {@code enqueue} leaves it. */
	private void enqueue(String id) {
		this.redis.opsForHash()
			.putAll(message(id), Map.of("state", "queued", "payload", "{}", "queuedAt", "1", "tries", "0"));
		this.redis.opsForList().rightPush("{p1}:o:" + CONVERSATION, id);
		this.redis.opsForZSet().add("{p1}:out:due", CONVERSATION, 1);
	}

	private Script.Answer take(int token, String id) {
		return Script.named("take")
			.run(this.redis, List.of("{p1}:lease", "{p1}:out:due", "{p1}:o:" + CONVERSATION, message(id)), token,
					CONVERSATION, id, 60_000);
	}

	private Script.Answer mark(int token, String id) {
		return Script.named("mark").run(this.redis, List.of("{p1}:lease", message(id)), token);
	}

	private Script.Answer done(int token, String id, String outcome, String delivery) {
		Map<String, Object> result = Map.ofEntries(Map.entry("conversation", CONVERSATION), Map.entry("id", id),
				Map.entry("token", token), Map.entry("outcome", outcome), Map.entry("messageId", "99"),
				Map.entry("number", "N"), Map.entry("entry", 2), Map.entry("delivery", delivery),
				Map.entry("reason", "busy"), Map.entry("inMillis", 500), Map.entry("restMillis", 1000),
				Map.entry("at", "2026-11-24T10:00:00Z"),
				Map.entry("repetition", Map.of("id", id + "-r", "payload", "{}")));
		return Script.named("done")
			.run(this.redis,
					List.of("{p1}:out:due", "{p1}:o:" + CONVERSATION, message(id), "{p1}:c:" + CONVERSATION,
							"{p1}:r:" + CONVERSATION, "{p1}:ev", "{p1}:q:N", message(id + "-r")),
					JsonMapper.shared().writeValueAsString(result));
	}

	private static String message(String id) {
		return "{p1}:m:" + CONVERSATION + ":" + id;
	}

}
