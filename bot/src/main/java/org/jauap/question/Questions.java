package org.jauap.question;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jauap.account.Official;
import org.jauap.agency.Agency;
import org.jauap.agency.Catalogue;
import org.jauap.agency.WorkCalendar;
import org.jauap.channel.OutgoingMessage;
import org.jauap.nlp.Label;
import org.jauap.redis.Script;

import org.springframework.stereotype.Service;

/**
 * What officials do with questions; the console and the API both call this. Rights are checked here, the rules of a
 * question's life here and once more in the scripts, atomically.
 */
@Service
public class Questions {

	/** Characters a reply, note or reason may have: what the messengers take in a few messages. */
	public static final int LONGEST_WORDS = 16_000;

	/** The furthest an agency may put off a deadline (Administrative Procedural Code, Art. 76). */
	private static final Period LONGEST_EXTENSION = Period.ofMonths(2);

	private static final int ATTEMPTS = 5;

	private static final Script CLAIM = Script.named("claim");

	private static final Script RELEASE = Script.named("release");

	private static final Script ANSWER = Script.named("answer");

	private static final Script TRANSFER = Script.named("transfer");

	private static final Script NOTE = Script.named("note");

	private static final Script CLOSE = Script.named("close");

	private static final Script EXTEND = Script.named("extend");

	private final QuestionStore store;

	private final Queues queues;

	private final CitizenNotices notices;

	private final Catalogue catalogue;

	private final WorkCalendar calendar;

	private final Clock clock;

	Questions(QuestionStore store, Queues queues, CitizenNotices notices, Catalogue catalogue, WorkCalendar calendar,
			Clock clock) {
		this.store = store;
		this.queues = queues;
		this.notices = notices;
		this.catalogue = catalogue;
		this.calendar = calendar;
		this.clock = clock;
	}

	/** The question, if it exists and the official may read it. */
	public Optional<Question> find(Official official, String number) {
		return QuestionNumber.parse(number)
			.flatMap(this.store::find)
			.filter(question -> official.mayRead(question.agency()));
	}

	/**
	 * A page of the queues that the official may read: what was reopened first, then as it is due.
	 * @throws IllegalArgumentException if the cursor is not one that an earlier page gave
	 */
	public Page list(Official official, QueueFilter filter, Optional<String> cursor, int limit) {
		return this.queues.list(official, filter, cursor, limit, this.clock.instant());
	}

	/** How many questions of each status the official may read in these agencies; none given: in all of theirs. */
	public Map<Status, Long> counts(Official official, List<String> agencies) {
		return this.queues.counts(official, agencies);
	}

	/** How many open questions are overdue in these agencies. */
	public long overdue(Official official, List<String> agencies) {
		return this.queues.dueUntil(official, agencies, this.clock.instant());
	}

	/** How many open questions in these agencies are due before a moment, the overdue ones included. */
	public long dueBefore(Official official, List<String> agencies, Instant moment) {
		return this.queues.dueUntil(official, agencies, moment);
	}

	public CommandResult claim(Command command, String number) {
		return carryOut(CLAIM, command, number, question -> new Decision(
				question.claim(command.official(), this.clock.instant()), List.of()));
	}

	public CommandResult release(Command command, String number) {
		return carryOut(RELEASE, command, number, question -> new Decision(
				question.release(command.official(), this.clock.instant()), List.of()));
	}

	/** The official reply, delivered to the citizen. */
	public CommandResult reply(Command command, String number, String words) {
		return reply(command, number, words, false);
	}

	/**
	 * The official reply, delivered to the citizen.
	 * @param publish whether the official thinks that others would profit from it; kept with the question
	 */
	public CommandResult reply(Command command, String number, String words, boolean publish) {
		return unusable(words).orElseGet(() -> carryOut(ANSWER, command, number, question -> {
			QuestionChange change = question.reply(command.official(), words.strip(), this.clock.instant())
				.set("publish", publish ? "1" : "0");
			return new Decision(change, this.notices.reply(change, command.official()));
		}));
	}

	/** Asks the citizen something; the question stays open and waits. */
	public CommandResult ask(Command command, String number, String words) {
		return unusable(words).orElseGet(() -> carryOut(ANSWER, command, number, question -> {
			QuestionChange change = question.ask(command.official(), words.strip(), this.clock.instant());
			return new Decision(change, this.notices.asked(change, command.official()));
		}));
	}

	/**
	 * To another agency, or to another topic of the same one.
	 * @param intent intent code in that agency; empty: not settled
	 */
	public CommandResult transfer(Command command, String number, String agency, String intent, String note) {
		boolean known = this.catalogue.hasQueue(agency)
				&& (intent.isEmpty() || this.catalogue.intent(new Label(agency, intent)).isPresent());
		if (!known) {
			return new CommandResult.Unusable("problem.unknown-agency");
		}
		if (note.length() > LONGEST_WORDS) {
			return new CommandResult.Unusable("problem.too-long");
		}
		return carryOut(TRANSFER, command, number, question -> {
			Instant now = this.clock.instant();
			boolean sameAgency = agency.equals(question.agency());
			QuestionChange change = question.transfer(command.official(), agency, intent,
					sameAgency ? question.dueAt() : due(agency, question, now), note, now);
			return new Decision(change, sameAgency ? List.of() : this.notices.transferred(change));
		});
	}

	/** A remark for officials only. */
	public CommandResult note(Command command, String number, String words) {
		return unusable(words).orElseGet(() -> carryOut(NOTE, command, number, question -> new Decision(
				question.note(command.official(), words.strip(), this.clock.instant()), List.of())));
	}

	/** Ends it without a reply (spam, duplicate …); the citizen is told the reason. */
	public CommandResult close(Command command, String number, String reason) {
		return unusable(reason).orElseGet(() -> carryOut(CLOSE, command, number, question -> {
			QuestionChange change = question.close(command.official(), reason.strip(), this.clock.instant());
			return new Decision(change, this.notices.closed(change));
		}));
	}

	/** Puts the deadline off, at most two months; the citizen is told the reason. */
	public CommandResult extend(Command command, String number, Instant until, String reason) {
		return unusable(reason).orElseGet(() -> carryOut(EXTEND, command, number, question -> {
			Instant latest = firstDue(question).atZone(this.calendar.zone()).plus(LONGEST_EXTENSION).toInstant();
			if (!until.isAfter(question.dueAt()) || until.isAfter(latest)) {
				return new Decision(new CommandResult.Unusable("problem.extension"));
			}
			QuestionChange change = question.extend(command.official(), until, reason.strip(), this.clock.instant());
			return new Decision(change, this.notices.extended(change));
		}));
	}

	/** Who the citizen is in their messenger, if the official may know it; the caller leaves the audit line. */
	public Optional<org.jauap.channel.Conversation> citizen(Official official, String number) {
		return find(official, number).filter(question -> official.mayIdentifyCitizen(question.agency()))
			.map(Question::conversation);
	}

	/** What a command comes to on the question as it is now: a change with messages to the citizen, or a refusal. */
	private record Decision(@org.jspecify.annotations.Nullable QuestionChange change, List<OutgoingMessage> messages,
			@org.jspecify.annotations.Nullable CommandResult refusal) {

		Decision(QuestionChange change, List<OutgoingMessage> messages) {
			this(change, messages, null);
		}

		Decision(CommandResult refusal) {
			this(null, List.of(), refusal);
		}

	}

	private CommandResult carryOut(Script verb, Command command, String number, Function<Question, Decision> rule) {
		Optional<Question> before = QuestionNumber.parse(number).flatMap(known -> this.store.carriedOut(command, known));
		if (before.isPresent()) {
			return new CommandResult.Done(before.get());
		}
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			Optional<Question> found = find(command.official(), number);
			if (found.isEmpty()) {
				return new CommandResult.Absent();
			}
			Question question = found.get();
			if (!command.official().mayWork(question.agency())) {
				return new CommandResult.Forbidden();
			}
			Decision decision = rule.apply(question);
			if (decision.change() == null) {
				return java.util.Objects.requireNonNull(decision.refusal());
			}
			Script.Answer answer = this.store.run(verb, command, decision.change(), decision.messages());
			switch (answer.outcome()) {
				case "done", "repeat" -> {
					return new CommandResult.Done(reread(question));
				}
				case "held" -> {
					return new CommandResult.Held(answer.text(1));
				}
				case "wrong-state" -> {
					return new CommandResult.WrongStatus(Status.of(answer.text(1)).orElseThrow());
				}
				case "absent" -> {
					return new CommandResult.Absent();
				}
				case "moved" -> {
					if (command.version() != 0) {
						return new CommandResult.Moved(reread(question));
					}
				}
				default -> throw answer.unexpected();
			}
		}
		throw new IllegalStateException("question changed " + ATTEMPTS + " times while a command was carried out");
	}

	private Question reread(Question question) {
		return this.store.find(QuestionNumber.parse(question.number()).orElseThrow()).orElse(question);
	}

	/** The deadline before it was ever put off. */
	private Instant firstDue(Question question) {
		boolean extended = question.timeline().stream().anyMatch(entry -> entry.kind() == Entry.Kind.EXTENDED);
		return extended ? due(question.agency(), question, question.receivedAt()) : question.dueAt();
	}

	private Instant due(String agency, Question question, Instant now) {
		return this.catalogue.agency(agency)
			.map(known -> this.calendar.dueAt(now, known.deadline()))
			.orElse(question.dueAt());
	}

	private static Optional<CommandResult> unusable(String words) {
		if (words.isBlank()) {
			return Optional.of(new CommandResult.Unusable("problem.empty"));
		}
		if (words.length() > LONGEST_WORDS) {
			return Optional.of(new CommandResult.Unusable("problem.too-long"));
		}
		return Optional.empty();
	}

}
