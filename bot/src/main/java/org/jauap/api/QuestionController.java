package org.jauap.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jauap.account.Official;
import org.jauap.audit.AuditTrail;
import org.jauap.channel.Conversation;
import org.jauap.question.Command;
import org.jauap.question.Question;
import org.jauap.question.Questions;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One question, and everything an official does with it. */
@RestController
@RequestMapping(path = "/api/v1/questions/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Questions")
class QuestionController {

	private final Questions questions;

	private final AuditTrail audit;

	QuestionController(Questions questions, AuditTrail audit) {
		this.questions = questions;
		this.audit = audit;
	}

	record Reply(@NotNull(message = "is missing") @Nullable String text,
			@Schema(description = "whether others would profit from it", defaultValue = "false") @Nullable Boolean publish,
			@Schema(description = "false asks the citizen something and keeps the question open",
					defaultValue = "true") @JsonProperty("final") @Nullable Boolean isFinal) {
	}

	record Transfer(@NotNull(message = "is missing") @Nullable String agency, @Nullable String intent,
			@Nullable String note) {
	}

	record Note(@NotNull(message = "is missing") @Nullable String text) {
	}

	record Close(@NotNull(message = "is missing") @Nullable String reason) {
	}

	record Extend(@Schema(format = "date-time") @NotNull(message = "is missing") @Nullable String until,
			@NotNull(message = "is missing") @Nullable String reason) {

		Instant untilInstant() {
			try {
				return OffsetDateTime.parse(text(this.until)).toInstant();
			}
			catch (DateTimeParseException ex) {
				throw Problems.field("until", "must be an RFC 3339 time, e.g. 2026-12-14T18:59:59Z");
			}
		}

	}

	/**
	 * Who the citizen is.
	 *
	 * @param id their id in the channel
	 */
	record Citizen(String number, String channel, String id) {
	}

	@GetMapping
	@Operation(summary = "One question with its timeline")
	ResponseEntity<QuestionAnswer> question(@Caller Official official, @PathVariable String number) {
		return QuestionAnswer.entity(find(official, number));
	}

	@PostMapping("/claim")
	@Operation(summary = "Takes it", description = "409 while another official holds it")
	ResponseEntity<QuestionAnswer> claim(@Parameter(hidden = true) Command command, @PathVariable String number) {
		return Commands.answer(number, this.questions.claim(command, number));
	}

	@PostMapping("/release")
	@Operation(summary = "Gives it back to the agency's queue")
	ResponseEntity<QuestionAnswer> release(@Parameter(hidden = true) Command command, @PathVariable String number) {
		return Commands.answer(number, this.questions.release(command, number));
	}

	@PostMapping("/replies")
	@Operation(summary = "The official reply, delivered to the citizen")
	ResponseEntity<QuestionAnswer> reply(@Parameter(hidden = true) Command command, @PathVariable String number,
			@Valid @RequestBody Reply reply) {
		return Commands.answer(number,
				Boolean.FALSE.equals(reply.isFinal()) ? this.questions.ask(command, number, text(reply.text()))
						: this.questions.reply(command, number, text(reply.text()), Boolean.TRUE.equals(reply.publish())));
	}

	@PostMapping("/transfer")
	@Operation(summary = "To another agency, or to another of its topics")
	ResponseEntity<QuestionAnswer> transfer(@Parameter(hidden = true) Command command, @PathVariable String number,
			@Valid @RequestBody Transfer transfer) {
		return Commands.answer(number, this.questions.transfer(command, number, text(transfer.agency()),
				text(transfer.intent()), text(transfer.note())));
	}

	@PostMapping("/notes")
	@Operation(summary = "A remark for officials only")
	ResponseEntity<QuestionAnswer> note(@Parameter(hidden = true) Command command, @PathVariable String number,
			@Valid @RequestBody Note note) {
		return Commands.answer(number, this.questions.note(command, number, text(note.text())));
	}

	@PostMapping("/close")
	@Operation(summary = "Ends it without a reply; the citizen is told the reason")
	ResponseEntity<QuestionAnswer> close(@Parameter(hidden = true) Command command, @PathVariable String number,
			@Valid @RequestBody Close close) {
		return Commands.answer(number, this.questions.close(command, number, text(close.reason())));
	}

	@PostMapping("/extend")
	@Operation(summary = "A later deadline; the citizen is told the reason")
	ResponseEntity<QuestionAnswer> extend(@Parameter(hidden = true) Command command, @PathVariable String number,
			@Valid @RequestBody Extend extend) {
		return Commands.answer(number,
				this.questions.extend(command, number, extend.untilInstant(), text(extend.reason())));
	}

	@GetMapping("/citizen")
	@Operation(summary = "Who the citizen is", description = "Each call leaves a line in the audit trail")
	Citizen citizen(@Caller Official official, @PathVariable String number) {
		Question question = find(official, number);
		Conversation conversation = this.questions.citizen(official, number)
			.orElseThrow(() -> Problem.Kind.FORBIDDEN.because("this token may not know who the citizen is"));
		this.audit.looksAtCitizen(official, question.number());
		return new Citizen(question.number(), conversation.channel(), conversation.chat());
	}

	private Question find(Official official, String number) {
		return this.questions.find(official, number).orElseThrow(() -> Commands.absent(number));
	}

	private static String text(@Nullable String given) {
		return (given == null) ? "" : given;
	}

}
