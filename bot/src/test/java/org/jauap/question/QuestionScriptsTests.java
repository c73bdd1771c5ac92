package org.jauap.question;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jauap.account.Official;
import org.jauap.account.Role;
import org.jauap.channel.Conversation;
import org.jauap.channel.OutgoingMessage;
import org.jauap.nlp.Language;
import org.jauap.redis.RealRedis;
import org.jauap.redis.Script;
import org.jauap.text.RichText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/** The officials' verbs as scripts, on a real server: what each does, what it refuses, and that twice is once. */
class QuestionScriptsTests {

	private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

	private static final Conversation CITIZEN = new Conversation("telegram", "7");

	private static final Official AIGUL = official("aigul", Role.OFFICIAL);

	private static final Official BOLAT = official("bolat", Role.OFFICIAL);

	private static final Official LEAD = official("lead", Role.LEAD);

	private final QuestionNumber number = QuestionNumber.random(CITIZEN.partition());

	private StringRedisTemplate redis;

	private QuestionStore store;

	@BeforeEach
	void oneNewQuestion() {
		this.redis = RealRedis.empty();
		this.store = new QuestionStore(this.redis);
		register(this.number);
	}

	static Stream<Arguments> verbs() {
		return Stream.of(verb("claim", Status.CLAIMED, question -> question.claim(AIGUL, NOW)),
				verb("answer", Status.ANSWERED, question -> question.reply(AIGUL, "It will be repaired.", NOW)),
				verb("answer", Status.WAITING_FOR_CITIZEN, question -> question.ask(AIGUL, "Which street?", NOW)),
				verb("transfer", Status.NEW,
						question -> question.transfer(AIGUL, "transport", "highways", NOW.plusSeconds(9), "theirs", NOW)),
				verb("note", Status.NEW, question -> question.note(AIGUL, "called them", NOW)),
				verb("close", Status.CLOSED, question -> question.close(AIGUL, "advertising", NOW)),
				verb("extend", Status.NEW, question -> question.extend(AIGUL, NOW.plusSeconds(9_999_999), "winter", NOW)));
	}

	private static Arguments verb(String script, Status after, java.util.function.Function<Question, QuestionChange> rule) {
		return argumentSet(script + " → " + after.code(), script, after, rule);
	}

	@ParameterizedTest
	@MethodSource("verbs")
	void aVerbChangesTheQuestionOnceHoweverOftenItComes(String script, Status after,
			java.util.function.Function<Question, QuestionChange> rule) {
		Command command = new Command("c1", AIGUL, 0);
		QuestionChange change = rule.apply(question());
		List<OutgoingMessage> notice = List.of(notice(change));

		assertThat(run(script, command, change, notice).values()).isEqualTo(List.of("done", 2L));
		Question done = question();
		assertThat(done.status()).isEqualTo(after);
		assertThat(done.version()).isEqualTo(2);
		assertThat(done.timeline()).hasSize(2);
		assertThat(done.timeline().getLast().delivery()).isEqualTo("queued");
		assertThat(queued(done)).containsExactly(this.number.text());
		assertThat(this.redis.opsForList().size(CITIZEN.partition().key("o:" + CITIZEN.id()))).isEqualTo(1);
		Map<String, Object> once = RealRedis.snapshot();

		assertThat(run(script, command, change, notice).values()).isEqualTo(List.of("repeat", 2L));
		assertThat(RealRedis.snapshot()).isEqualTo(once);
	}

	@Test
	void releaseGivesTheQuestionBackOnce() {
		run("claim", new Command("c1", AIGUL, 0), question().claim(AIGUL, NOW), List.of());
		QuestionChange release = question().release(AIGUL, NOW);

		assertThat(run("release", new Command("c2", AIGUL, 0), release, List.of()).outcome()).isEqualTo("done");
		assertThat(question().status()).isEqualTo(Status.NEW);
		assertThat(question().assignee()).isEmpty();
		Map<String, Object> once = RealRedis.snapshot();
		assertThat(run("release", new Command("c2", AIGUL, 0), release, List.of()).outcome()).isEqualTo("repeat");
		assertThat(RealRedis.snapshot()).isEqualTo(once);
	}

	@Test
	void twoWhoSawTheSameVersionAreNotBothRight() {
		QuestionChange first = question().reply(AIGUL, "one", NOW);
		QuestionChange second = question().reply(BOLAT, "two", NOW);

		assertThat(run("answer", new Command("a", AIGUL, 0), first, List.of()).outcome()).isEqualTo("done");
		assertThat(run("answer", new Command("b", BOLAT, 0), second, List.of()).values()).isEqualTo(List.of("moved", 2L));
		assertThat(question().timeline()).hasSize(2);
	}

	@Test
	void whatAnotherOfficialHoldsIsHeldUnlessALeadTakesOver() {
		run("claim", new Command("a", AIGUL, 0), question().claim(AIGUL, NOW), List.of());

		for (String script : List.of("claim", "release", "answer", "transfer", "close", "extend")) {
			QuestionChange change = question().reply(BOLAT, "mine", NOW);
			assertThat(run(script, new Command(script, BOLAT, 0), change, List.of()).values()).as(script)
				.isEqualTo(List.of("held", "aigul"));
		}
		assertThat(run("claim", new Command("l", LEAD, 0), question().claim(LEAD, NOW), List.of()).values())
			.as("a lead who doesn't know that it is held").isEqualTo(List.of("held", "aigul"));
		assertThat(run("answer", new Command("m", BOLAT, question().version()), question().reply(BOLAT, "x", NOW), List.of())
			.outcome()).as("who may not take over").isEqualTo("held");
		assertThat(run("claim", new Command("n", LEAD, question().version()), question().claim(LEAD, NOW), List.of()).outcome())
			.isEqualTo("done");
		assertThat(question().assignee()).isEqualTo("lead");
	}

	@Test
	void claimingWhatOneHoldsChangesNothing() {
		run("claim", new Command("a", AIGUL, 0), question().claim(AIGUL, NOW), List.of());
		Map<String, Object> once = RealRedis.snapshot();

		assertThat(run("claim", new Command("b", AIGUL, 0), question().claim(AIGUL, NOW), List.of()).outcome())
			.isEqualTo("repeat");
		assertThat(RealRedis.snapshot()).isEqualTo(once);
	}

	@Test
	void aReopenedQuestionCanBeTakenUpAgainOrGivenBackByItsHolder() {
		run("answer", new Command("a", AIGUL, 0), question().reply(AIGUL, "done", NOW), List.of());
		this.redis.opsForHash().put(CITIZEN.partition().key("q:" + this.number), "status", "reopened");
		this.redis.opsForHash().put(CITIZEN.partition().key("q:" + this.number), "reopened", "1");

		assertThat(run("claim", new Command("c", AIGUL, 0), question().claim(AIGUL, NOW), List.of()).outcome())
			.isEqualTo("done");
		assertThat(question().status()).isEqualTo(Status.CLAIMED);
		assertThat(run("release", new Command("r", AIGUL, 0), question().release(AIGUL, NOW), List.of()).outcome())
			.isEqualTo("done");
		assertThat(question().status()).isEqualTo(Status.REOPENED);
		assertThat(question().assignee()).isEmpty();
	}

	@Test
	void aClosedQuestionCanOnlyBeNotedOn() {
		run("close", new Command("a", AIGUL, 0), question().close(AIGUL, "spam", NOW), List.of());

		for (String script : List.of("claim", "release", "answer", "transfer", "close", "extend")) {
			QuestionChange change = question().reply(AIGUL, "late", NOW);
			assertThat(run(script, new Command(script, AIGUL, 0), change, List.of()).values()).as(script)
				.isEqualTo(List.of("wrong-state", "closed"));
		}
		assertThat(run("note", new Command("n", AIGUL, 0), question().note(AIGUL, "spam indeed", NOW), List.of()).outcome())
			.isEqualTo("done");
	}

	@Test
	void aQuestionThatIsNotThereIsAbsent() {
		QuestionChange change = question().claim(AIGUL, NOW);
		this.redis.delete(CITIZEN.partition().key("q:" + this.number));

		assertThat(run("claim", new Command("a", AIGUL, 0), change, List.of()).outcome()).isEqualTo("absent");
	}

	@Test
	void aTransferLeavesTheOldAgencysQueue() {
		run("transfer", new Command("t", AIGUL, 0),
				question().transfer(AIGUL, "transport", "highways", NOW.plusSeconds(9), "", NOW), List.of());

		assertThat(this.redis.opsForZSet().zCard(CITIZEN.partition().key("a:akimat:new"))).isZero();
		assertThat(this.redis.opsForZSet().zCard(CITIZEN.partition().key("a:transport:new"))).isEqualTo(1);
		assertThat(this.redis.opsForZSet().zCard(CITIZEN.partition().key("s:new"))).isEqualTo(1);
	}

	private Script.Answer run(String script, Command command, QuestionChange change, List<OutgoingMessage> messages) {
		return this.store.run(Script.named(script), command, change, messages);
	}

	private Question question() {
		return this.store.find(this.number).orElseThrow();
	}

	private Set<String> queued(Question question) {
		return this.redis.opsForZSet()
			.range(QuestionKeys.queue(CITIZEN.partition(), question.agency(), question.status()), 0, -1);
	}

	private void register(QuestionNumber number) {
		Question question = new Question(number.text(), Status.NEW, "akimat", "potholes", 0.9, Language.RU, CITIZEN,
				"яма", List.of(), List.of(), "", List.of(), NOW.minusSeconds(3600), NOW.plusSeconds(86_400), "", 0, 0, 0,
				List.of());
		QuestionChange registration = QuestionChange.registration(question);
		Map<String, String> record = new HashMap<>(QuestionRecord.changedFields(registration));
		record.putAll(Map.of("version", "1", "entries", "1", "t1", QuestionKeys.entry(registration)));
		this.redis.opsForHash().putAll(CITIZEN.partition().key("q:" + number), record);
		QuestionKeys.queuesAfter(registration)
			.forEach(queue -> this.redis.opsForZSet().add(queue, number.text(), registration.urgency()));
	}

	private static OutgoingMessage notice(QuestionChange change) {
		return new OutgoingMessage("n1", CITIZEN, OutgoingMessage.Kind.REPLY, Language.RU, RichText.plain("текст"),
				List.of(), change.before().number(), change.entryNumber(), null, false, false);
	}

	private static Official official(String name, Role role) {
		return new Official(name, "", role, Set.of("akimat"), Language.RU);
	}

}
