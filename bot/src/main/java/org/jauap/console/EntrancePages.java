package org.jauap.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jauap.account.Accounts;
import org.jauap.account.OfficialDetails;
import org.jauap.nlp.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages one sees before signing in, and the choice of language and light. */
@Controller
class EntrancePages {

	private final Accounts accounts;

	EntrancePages(Accounts accounts) {
		this.accounts = accounts;
	}

	@GetMapping("/")
	String home() {
		return "home";
	}

	@GetMapping("/console/login")
	String signIn(@AuthenticationPrincipal @Nullable OfficialDetails details) {
		return (details == null) ? "console/login" : "redirect:/console/inbox";
	}

	/** Remembers the language, in this browser and for the official who is signed in. */
	@PostMapping("/console/language")
	String language(@RequestParam String language, @RequestParam(defaultValue = "/console") String here,
			@AuthenticationPrincipal @Nullable OfficialDetails details, HttpServletRequest request,
			HttpServletResponse response) {
		Language.of(language).ifPresent(chosen -> {
			Visitor.remember(request, response, Visitor.LANGUAGE_COOKIE, chosen.code());
			if (details != null) {
				this.accounts.changeLanguage(details.official().name(), chosen);
			}
		});
		return "redirect:" + ownAddress(here);
	}

	/** Remembers light or dark; anything else: as the system has it. */
	@PostMapping("/console/theme")
	String theme(@RequestParam String theme, @RequestParam(defaultValue = "/console") String here,
			HttpServletRequest request, HttpServletResponse response) {
		Visitor.remember(request, response, Visitor.THEME_COOKIE,
				theme.equals("light") || theme.equals("dark") ? theme : "system");
		return "redirect:" + ownAddress(here);
	}

	/** An address of this site: nobody is sent elsewhere. */
	private static String ownAddress(String here) {
		boolean own = here.startsWith("/") && !here.startsWith("//") && here.indexOf('\\') < 0
				&& here.chars().noneMatch(Character::isISOControl);
		// Braces would be taken for a template's variables.
		return own ? here.replaceAll("[{}]", "").replaceAll("(?<=[?&])lang=[a-z]*&?", "") : "/console";
	}

}
