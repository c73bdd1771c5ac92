package org.jauap.console;

import java.util.List;

import org.jauap.account.Official;
import org.jauap.agency.Catalogue;
import org.jauap.nlp.Language;
import org.jauap.question.LiveEvents;
import org.jauap.question.QuestionEvent;
import org.jauap.question.QuestionNumber;
import org.jauap.question.Questions;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The inbox: lists, what changes in them by itself, and the search for topics. */
@Controller
class InboxPage {

	private final Inboxes inboxes;

	private final Questions questions;

	private final Topics topics;

	private final Catalogue catalogue;

	private final LiveEvents live;

	InboxPage(Inboxes inboxes, Questions questions, Topics topics, Catalogue catalogue, LiveEvents live) {
		this.inboxes = inboxes;
		this.questions = questions;
		this.topics = topics;
		this.catalogue = catalogue;
		this.live = live;
	}

	@GetMapping("/console")
	String start() {
		return "redirect:/console/inbox";
	}

	@GetMapping("/console/inbox")
	String inbox(@AuthenticationPrincipal(expression = "official") Official official,
			@ModelAttribute(name = "language", binding = false) Language language, InboxQuery query, Model model) {
		boolean isNumber = query.words()
			.flatMap(QuestionNumber::parse)
			.flatMap(number -> this.questions.find(official, number.text()))
			.isPresent();
		if (isNumber) {
			String number = query.words().flatMap(QuestionNumber::parse).orElseThrow().text();
			return "redirect:/console/questions/" + number;
		}
		show(official, language, query, null, model);
		return "console/inbox";
	}

	/** Where a question may go, for the transfer form; a fragment. */
	@GetMapping("/console/topics")
	String topics(@RequestParam(defaultValue = "") String q, @ModelAttribute(name = "language", binding = false) Language language,
			Model model) {
		model.addAttribute("destinations", this.topics.find(q, language));
		model.addAttribute("sought", q);
		return "console/parts :: destinations";
	}

	/** What changes, for the console's script. */
	@GetMapping(path = "/console/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter events(@AuthenticationPrincipal(expression = "official") Official official) {
		return this.live.open(official, InboxPage::form);
	}

	private static SseEmitter.SseEventBuilder form(QuestionEvent event) {
		return SseEmitter.event().name("question").data(JsonMapper.shared().writeValueAsString(event));
	}

	/** Adds the inbox and its filters to a page. */
	void show(Official official, Language language, InboxQuery query,
			@org.jspecify.annotations.Nullable String selected, Model model) {
		model.addAttribute("inbox", this.inboxes.of(official, language, query, selected));
		model.addAttribute("agencies", this.catalogue.agencies()
			.stream()
			.filter(agency -> official.mayRead(agency.code()))
			.toList());
		if (!model.containsAttribute("view")) {
			model.addAttribute("destinations", List.of());
		}
	}

}
