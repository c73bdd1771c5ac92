package org.jauap.channel.webchat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jauap.channel.Content;
import org.jauap.channel.Conversation;
import org.jauap.channel.IncomingMessage;
import org.jauap.channel.OutgoingMessage;
import org.jauap.nlp.Language;
import org.jauap.text.RichText;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The web chat's page and what it sends. A message is answered with 200 only once it is safe in Redis. */
@Controller
@RequestMapping("/chat")
class ChatController {

	/** Lines the page shows at first; the ones before are a click away. */
	private static final int LATEST = 200;

	private final ChatSession session;

	private final ChatHistory history;

	private final ChatStreams streams;

	private final ChatPage page;

	private final ChatTexts texts;

	private final Clock clock;

	ChatController(ChatSession session, ChatHistory history, ChatStreams streams, ChatPage page, ChatTexts texts,
			Clock clock) {
		this.session = session;
		this.history = history;
		this.streams = streams;
		this.page = page;
		this.texts = texts;
		this.clock = clock;
	}

	/**
	 * What the citizen wrote or tapped.
	 *
	 * @param id made by the page, so that the same message sent again is taken once
	 * @param text the words; for a tap, the button's label
	 * @param tap the button's data, for a tap
	 * @param messageId the message under the button, for a tap
	 * @param replyTo the message it answers
	 */
	record Said(@NotBlank @Pattern(regexp = "[A-Za-z0-9-]{8,64}") String id,
			@NotBlank @Size(max = OutgoingMessage.LONGEST_TEXT) String text, @Nullable @Size(max = 64) String tap,
			@Nullable @Size(max = 128) String messageId, @Nullable @Size(max = 128) String replyTo) {

		/** A form ends lines with two characters, which are one to whoever counts them; an empty field is none. */
		Said {
			text = (text == null) ? "" : text.replace("\r\n", "\n");
			tap = emptyIsNone(tap);
			messageId = emptyIsNone(messageId);
			replyTo = emptyIsNone(replyTo);
		}

		private static @Nullable String emptyIsNone(@Nullable String field) {
			return (field == null || field.isEmpty()) ? null : field;
		}

	}

	/**
	 * What may be asked of the page in its address.
	 *
	 * @param lang the language to show it in from now on
	 * @param reply id of a message to answer
	 * @param example number of an example to begin with
	 * @param all whether to show all the history that there is
	 * @param busy whether what was just sent could not be taken
	 */
	record Asked(@Nullable String lang, @Nullable String reply, @Nullable String example, @Nullable String all,
			@Nullable String busy) {
	}

	@GetMapping
	String page(HttpServletRequest request, HttpServletResponse response, Asked asked, Model model) {
		Optional<Language> chosen = Optional.ofNullable(asked.lang()).flatMap(Language::of);
		if (chosen.isPresent()) {
			ChatLanguage.remember(chosen.get(), request, response);
			return "redirect:/chat";
		}
		Language language = ChatLanguage.of(request);
		Map<String, String> words = this.texts.in(language);
		List<ChatHistory.Shown> lines = this.history.after(this.session.open(request, response), "");
		int from = (asked.all() != null) ? 0 : Math.max(0, lines.size() - LATEST);
		model.addAttribute("language", language.code());
		model.addAttribute("languages", Language.values());
		model.addAttribute("t", words);
		model.addAttribute("rows", this.page.rows(lines, from, language));
		model.addAttribute("earlier", from > 0);
		model.addAttribute("place", lines.isEmpty() ? "" : lines.getLast().place());
		model.addAttribute("freshId", UUID.randomUUID().toString());
		model.addAttribute("limit", OutgoingMessage.LONGEST_TEXT);
		model.addAttribute("draft", words.getOrDefault("example." + asked.example(), ""));
		model.addAttribute("busy", asked.busy() != null);
		lines.stream()
			.map(ChatHistory.Shown::line)
			.filter(line -> line.id().equals(asked.reply()))
			.findFirst()
			.ifPresent(line -> {
				model.addAttribute("answeredId", line.id());
				model.addAttribute("answeredText", Bubble.of(line).beginning());
			});
		return "chat";
	}

	@GetMapping("/events")
	ResponseEntity<SseEmitter> events(HttpServletRequest request,
			@RequestHeader(name = "Last-Event-ID", defaultValue = "") String lastSeen, @Nullable String after) {
		String place = lastSeen.isEmpty() ? (after == null) ? "" : after : lastSeen;
		if (!place.matches("(\\d{1,15}-\\d{1,10})?")) {
			return ResponseEntity.badRequest().build();
		}
		return this.session.find(request)
			.map(conversation -> ResponseEntity.ok(this.streams.open(conversation, place)))
			.orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED).build());
	}

	@PostMapping(path = "/messages", consumes = "application/json")
	ResponseEntity<Void> say(HttpServletRequest request, @Valid @RequestBody Said said) {
		return this.session.find(request)
			.map(conversation -> ResponseEntity.status(take(conversation, said, ChatLanguage.of(request))).<Void>build())
			.orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED).build());
	}

	/** The same for a browser without JavaScript: a plain form, then the page again. */
	@PostMapping(path = "/messages", consumes = "application/x-www-form-urlencoded")
	String sayByForm(HttpServletRequest request, HttpServletResponse response, @Valid Said said, BindingResult fields) {
		if (fields.hasErrors()) {
			return "redirect:/chat";
		}
		HttpStatus status = take(this.session.open(request, response), said, ChatLanguage.of(request));
		return (status == HttpStatus.OK) ? "redirect:/chat" : "redirect:/chat?busy";
	}

	@ExceptionHandler
	ProblemDetail refuse(MethodArgumentNotValidException ex) {
		return ex.getBody();
	}

	@ExceptionHandler
	ProblemDetail refuse(HttpMessageNotReadableException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The body is no JSON object of a message.");
	}

	/** Redis is away: nothing was taken, and the page tries again. */
	@ExceptionHandler
	ProblemDetail refuse(DataAccessException ex) {
		return ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE);
	}

	private HttpStatus take(Conversation conversation, Said said, Language language) {
		Instant now = this.clock.instant();
		Content content = (said.tap() != null) ? new Content.Tap(said.tap()) : new Content.Words(said.text(), List.of());
		String under = (said.tap() != null) ? said.messageId() : null;
		IncomingMessage message = new IncomingMessage(conversation, (under != null) ? under : said.id(), now, content,
				said.replyTo(), language.code());
		ChatLine line = new ChatLine(said.id(), true, RichText.plain(said.text()), null, List.of(), now,
				(said.tap() != null) ? under : said.replyTo(), said.tap());
		return switch (this.history.say(message, line)) {
			case ACCEPTED, REPEATED -> HttpStatus.OK;
			case FULL -> HttpStatus.SERVICE_UNAVAILABLE;
		};
	}

}
