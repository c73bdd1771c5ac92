package org.jauap.console;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jauap.account.Official;
import org.jauap.account.OfficialDetails;
import org.jauap.nlp.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of this package shows: who is signed in, in which language and light, and where one is. */
@ControllerAdvice(basePackageClasses = ConsolePages.class)
class ConsolePages {

	private final Moments moments;

	ConsolePages(Moments moments) {
		this.moments = moments;
	}

	@ModelAttribute("moments")
	Moments moments() {
		return this.moments;
	}

	@ModelAttribute("me")
	@Nullable Official me(@AuthenticationPrincipal @Nullable OfficialDetails details) {
		return (details == null) ? null : details.official();
	}

	@ModelAttribute("language")
	Language language(Locale locale) {
		return Visitor.language(locale);
	}

	@ModelAttribute("languages")
	List<Language> languages() {
		return List.of(Language.values());
	}

	@ModelAttribute("theme")
	String theme(HttpServletRequest request) {
		return Visitor.theme(request).orElse("system");
	}

	/** The page's own address, to come back to. */
	@ModelAttribute("here")
	String here(HttpServletRequest request) {
		if (!request.getMethod().equals("GET")) {
			return "/console/inbox";
		}
		return (request.getQueryString() == null) ? request.getRequestURI()
				: request.getRequestURI() + "?" + request.getQueryString();
	}

}
