package org.jauap.channel.webchat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jauap.channel.Content;
import org.jauap.channel.Conversation;
import org.jauap.channel.IncomingMessage;
import org.jauap.text.RichText;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The web chat's page and what it sends. A message is answered with 200 only once it is safe in Redis. */
@Controller
@RequestMapping("/chat")
class ChatController {

	private static final int LONGEST_TEXT = 4096;

	private final ChatSession session;

	private final ChatHistory history;

	private final ChatStreams streams;

	private final Clock clock;

	ChatController(ChatSession session, ChatHistory history, ChatStreams streams, Clock clock) {
		this.session = session;
		this.history = history;
		this.streams = streams;
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
			@NotBlank @Size(max = LONGEST_TEXT) String text, @Nullable @Size(max = 64) String tap,
			@Nullable @Size(max = 128) String messageId, @Nullable @Size(max = 128) String replyTo) {
	}

	@GetMapping
	String page(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
		Conversation conversation = this.session.open(request, response);
		List<ChatHistory.Shown> lines = this.history.after(conversation, "");
		model.addAttribute("lines", lines);
		model.addAttribute("place", lines.isEmpty() ? "" : lines.getLast().place());
		model.addAttribute("now", this.clock.instant());
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
	ResponseEntity<Void> say(HttpServletRequest request,
			@Valid @org.springframework.web.bind.annotation.RequestBody Said said) {
		return this.session.find(request)
			.map(conversation -> ResponseEntity.status(take(conversation, said, request.getLocale())).<Void>build())
			.orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED).build());
	}

	/** The same for a browser without JavaScript: a plain form, then the page again. */
	@PostMapping(path = "/messages", consumes = "application/x-www-form-urlencoded")
	String sayByForm(HttpServletRequest request, HttpServletResponse response, @Valid Said said) {
		HttpStatus status = take(this.session.open(request, response), said, request.getLocale());
		return (status == HttpStatus.OK) ? "redirect:/chat" : "redirect:/chat?busy";
	}

	private HttpStatus take(Conversation conversation, Said said, Locale locale) {
		Content content = (said.tap() != null && !said.tap().isEmpty()) ? new Content.Tap(said.tap())
				: new Content.Words(said.text(), List.of());
		String messageId = (content instanceof Content.Tap && said.messageId() != null) ? said.messageId() : said.id();
		IncomingMessage message = new IncomingMessage(conversation, messageId, this.clock.instant(), content,
				said.replyTo(), locale.getLanguage());
		ChatLine line = new ChatLine(said.id(), true, RichText.plain(said.text()), null, List.of(), this.clock.instant(),
				said.replyTo());
		return switch (this.history.say(message, line)) {
			case ACCEPTED, REPEATED -> HttpStatus.OK;
			case FULL -> HttpStatus.SERVICE_UNAVAILABLE;
		};
	}

}
