package org.jauap.console;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jauap.account.Official;
import org.jauap.nlp.Label;
import org.jauap.nlp.Language;
import org.jauap.question.Command;
import org.jauap.question.CommandResult;
import org.jauap.question.Question;
import org.jauap.question.Questions;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What an official does with a question. Whatever comes of it, the page says it in the official's language, and nothing
 * they typed is lost.
 */
@Controller
class QuestionActions {

	private static final Pattern COMMAND_ID = Pattern.compile("[0-9A-Za-z-]{8,64}");

	private final Questions questions;

	private final QuestionPage pages;

	private final QuestionViews views;

	QuestionActions(Questions questions, QuestionPage pages, QuestionViews views) {
		this.questions = questions;
		this.pages = pages;
		this.views = views;
	}

	/**
	 * A form of the question's page.
	 *
	 * @param version the version the official saw; none: whichever it is
	 * @param command names the command, so that a form sent twice is carried out once
	 * @param text what was typed
	 * @param to where a transfer goes, {@code agency} or {@code agency.intent}
	 * @param until a new deadline's day
	 */
	record Form(@Nullable Integer version, @Nullable String command, @Nullable String text, @Nullable String to,
			@Nullable String until) {

		String words() {
			return (this.text == null) ? "" : this.text.replace("\r\n", "\n");
		}

	}

	/** One request, with all it takes to answer it. */
	private record Call(String verb, String number, Form form, InboxQuery query, Official official, Language language,
			Model model, RedirectAttributes after, HttpServletRequest request, HttpServletResponse response) {

		/** The command; who insists on the version that they saw has also seen who holds the question. */
		Command command(boolean insisting) {
			int version = (insisting && this.form.version() != null) ? this.form.version() : 0;
			return Optional.ofNullable(this.form.command())
				.filter(id -> COMMAND_ID.matcher(id).matches())
				.map(id -> new Command(id + "." + this.verb, this.official, version))
				.orElseGet(() -> Command.of(this.official, version));
		}

	}

	@PostMapping("/console/questions/{number}/{verb:claim|release|reply|ask|transfer|note|close|extend}")
	String act(@PathVariable String number, @PathVariable String verb, Form form, InboxQuery query,
			@AuthenticationPrincipal(expression = "official") Official official,
			@ModelAttribute(name = "language", binding = false) Language language, Model model, RedirectAttributes after,
			HttpServletRequest request, HttpServletResponse response) {
		Call call = new Call(verb, number, form, query, official, language, model, after, request, response);
		return switch (result(call)) {
			case CommandResult.Done done -> done(call, done.question());
			case CommandResult.Moved moved -> again(call, HttpStatus.CONFLICT, "moved", "");
			case CommandResult.Held held -> again(call, HttpStatus.CONFLICT, "held", held.by());
			case CommandResult.WrongStatus wrong -> again(call, HttpStatus.CONFLICT, "status", wrong.status().code());
			case CommandResult.Unusable unusable ->
				again(call, HttpStatus.UNPROCESSABLE_CONTENT, unusable.problem(), "");
			case CommandResult.Absent absent -> this.pages.absent(number, form.words(), model, request, response);
			case CommandResult.Forbidden forbidden ->
				this.pages.problem(HttpStatus.FORBIDDEN, "forbidden", form.words(), model, request, response);
		};
	}

	private CommandResult result(Call call) {
		String number = call.number();
		String words = call.form().words();
		return switch (call.verb()) {
			case "claim" -> claim(call);
			case "release" -> this.questions.release(call.command(true), number);
			case "reply" -> this.questions.reply(call.command(true), number, words);
			case "ask" -> this.questions.ask(call.command(true), number, words);
			case "note" -> this.questions.note(call.command(false), number, words);
			case "close" -> this.questions.close(call.command(true), number, words);
			case "transfer" -> transfer(call);
			case "extend" -> extend(call);
			default -> throw new IllegalStateException(call.verb());
		};
	}

	/** A lead takes over from the holder whom the page showed; whoever came in between keeps the question. */
	private CommandResult claim(Call call) {
		CommandResult result = this.questions.claim(call.command(false), call.number());
		if (result instanceof CommandResult.Held && call.official().mayTakeOver()) {
			CommandResult takenOver = this.questions.claim(call.command(true), call.number());
			return (takenOver instanceof CommandResult.Done) ? takenOver : result;
		}
		return result;
	}

	private CommandResult transfer(Call call) {
		String to = (call.form().to() == null) ? "" : call.form().to();
		BiFunction<String, String, CommandResult> transfer = (agency, intent) -> this.questions
			.transfer(call.command(true), call.number(), agency, intent, call.form().words());
		if (to.indexOf('.') < 0) {
			return transfer.apply(to, "");
		}
		Label label = Label.parse(to);
		return transfer.apply(label.agency(), label.intent());
	}

	private CommandResult extend(Call call) {
		try {
			LocalDate until = LocalDate.parse(String.valueOf(call.form().until()));
			return this.questions.extend(call.command(true), call.number(), this.views.endOf(until),
					call.form().words());
		}
		catch (DateTimeParseException ex) {
			return new CommandResult.Unusable("problem.extension");
		}
	}

	/** The script gets the question as it is now in the same answer; a form without it is sent on to its page. */
	private String done(Call call, Question question) {
		boolean stillTheirs = call.official().mayRead(question.agency());
		if (QuestionPage.isPart(call.request())) {
			call.model().addAttribute("done", call.verb());
			return stillTheirs ? this.pages.show(question, Integer.MAX_VALUE, call.query(), call.official(),
					call.language(), call.model(), call.request())
					: this.pages.problem(HttpStatus.OK, "passed-on", "", call.model(), call.request(), call.response());
		}
		call.after().addFlashAttribute("done", call.verb());
		call.after().addFlashAttribute("doneNumber", question.number());
		return "redirect:/console/" + (stillTheirs ? "questions/" + question.number() : "inbox") + call.query().tail();
	}

	/** The same page once more, with what stood in the way and what was typed. */
	private String again(Call call, HttpStatus status, String problem, String detail) {
		Optional<Question> found = this.questions.find(call.official(), call.number());
		if (found.isEmpty()) {
			return this.pages.absent(call.number(), call.form().words(), call.model(), call.request(), call.response());
		}
		call.response().setStatus(status.value());
		call.model().addAttribute("problem", problem);
		call.model().addAttribute("detail", detail);
		call.model().addAttribute("verb", call.verb());
		call.model().addAttribute("typed", call.form().words());
		call.model().addAttribute("chosen", call.form().to());
		int seen = "moved".equals(problem) && call.form().version() != null ? call.form().version() : Integer.MAX_VALUE;
		return this.pages.show(found.get(), seen, call.query(), call.official(), call.language(), call.model(),
				call.request());
	}

}
