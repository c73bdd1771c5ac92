package org.jauap.console;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jauap.account.Official;
import org.jauap.nlp.Language;
import org.jauap.question.Question;
import org.jauap.question.QuestionNumber;
import org.jauap.question.Questions;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of one question, beside the inbox or alone. */
@Controller
class QuestionPage {

	private final Questions questions;

	private final QuestionViews views;

	private final Topics topics;

	private final InboxPage inbox;

	QuestionPage(Questions questions, QuestionViews views, Topics topics, InboxPage inbox) {
		this.questions = questions;
		this.views = views;
		this.topics = topics;
		this.inbox = inbox;
	}

	@GetMapping("/console/questions/{number}")
	String question(@PathVariable String number, InboxQuery query,
			@AuthenticationPrincipal(expression = "official") Official official,
			@ModelAttribute(name = "language", binding = false) Language language, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		Optional<Question> found = this.questions.find(official, number);
		if (found.isEmpty()) {
			return absent(number, "", model, request, response);
		}
		return show(found.get(), Integer.MAX_VALUE, query, official, language, model, request);
	}

	/**
	 * Shows a question.
	 * @param seen how many entries of its timeline the official had seen
	 */
	String show(Question question, int seen, InboxQuery query, Official official, Language language, Model model,
			HttpServletRequest request) {
		model.addAttribute("view", this.views.of(question, official, language, seen));
		model.addAttribute("destinations", this.topics.find("", language));
		model.addAttribute("sought", "");
		model.addAttribute("tail", query.tail());
		if (isPart(request)) {
			return "console/question :: question";
		}
		this.inbox.show(official, language, query, question.number(), model);
		return "console/inbox";
	}

	/** There is no such question, or not for this official. */
	String absent(String number, String typed, Model model, HttpServletRequest request, HttpServletResponse response) {
		boolean mistaken = QuestionNumber.parse(number).isEmpty();
		return problem(HttpStatus.NOT_FOUND, mistaken ? "mistaken" : "absent", typed, model, request, response);
	}

	/** Says what is wrong, and gives back what was typed. */
	String problem(HttpStatus status, String problem, String typed, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		response.setStatus(status.value());
		model.addAttribute("problem", problem);
		model.addAttribute("typed", typed);
		return isPart(request) ? "console/problem :: question" : "console/problem";
	}

	/** Whether the console's script asks for the question's part of the page alone. */
	static boolean isPart(HttpServletRequest request) {
		return request.getHeader("HX-Request") != null && request.getHeader("HX-History-Restore-Request") == null;
	}

}
