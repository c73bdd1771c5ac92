package org.jauap.api;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jauap.account.Official;
import org.jauap.question.LiveEvents;
import org.jauap.question.Page;
import org.jauap.question.QueueFilter;
import org.jauap.question.Questions;
import org.jauap.question.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The queues, and what changes in them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Questions")
class QueueController {

	private static final int MOST = 200;

	private final Questions questions;

	private final LiveEvents events;

	private final Readable readable;

	QueueController(Questions questions, LiveEvents events, Readable readable) {
		this.questions = questions;
		this.events = events;
		this.readable = readable;
	}

	@GetMapping(path = "/questions", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "The queue: what was reopened first, then as it is due")
	Listing<QuestionAnswer> questions(@Caller Official official,
			@Parameter(description = "agency codes") @RequestParam(required = false) String @Nullable [] agency,
			@Parameter(description = "new, claimed, waiting-for-citizen, answered, reopened, closed") @RequestParam(
					required = false) String @Nullable [] status,
			@RequestParam(required = false) @Nullable String intent,
			@Parameter(description = "kk, ru, en") @RequestParam(required = false) @Nullable String language,
			@Parameter(description = "sign-in name") @RequestParam(required = false) @Nullable String assignee,
			@RequestParam(defaultValue = "false") boolean overdue,
			@Parameter(description = "words in question or reply, or a number") @RequestParam(
					required = false) @Nullable String q,
			@Parameter(description = "'next' of the page before") @RequestParam(required = false) @Nullable String cursor,
			@RequestParam(defaultValue = "50") int limit) {
		if (limit < 1 || limit > MOST) {
			throw Problems.field("limit", "must be from 1 to " + MOST);
		}
		QueueFilter filter = new QueueFilter(this.readable.agencies(official, agency), statuses(status),
				Readable.filled(intent), Readable.language(language), Readable.filled(assignee), overdue,
				Readable.filled(q));
		try {
			Page page = this.questions.list(official, filter, Readable.filled(cursor), limit);
			return new Listing<>(page.items().stream().map(QuestionAnswer::of).toList(), page.next());
		}
		catch (IllegalArgumentException ex) {
			throw Problems.field("cursor", "is none that an earlier page gave");
		}
	}

	@GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Operation(summary = "What changes, as it changes",
			description = "Server-sent events 'question'; after a gap read the list anew")
	SseEmitter events(@Caller Official official) {
		return this.events.open(official, event -> SseEmitter.event()
			.name("question")
			.id(event.number() + ":" + event.version())
			.data(event, MediaType.APPLICATION_JSON));
	}

	private static List<Status> statuses(String @Nullable [] given) {
		return Readable.values(given)
			.stream()
			.map(code -> Status.of(code)
				.orElseThrow(() -> Problems.field("status", "names '" + code + "', which is no status; there are "
						+ Arrays.stream(Status.values()).map(Status::code).collect(Collectors.joining(", ")))))
			.toList();
	}

}
