package org.jauap.channel.webchat;

import java.util.Collections;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jauap.nlp.Language;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * In which language the page is shown: the one chosen in this browser, else the first of kk, ru and en that the browser
 * asks for, else Russian.
 */
final class ChatLanguage {

	private static final String COOKIE = "jauap-language";

	private static final long A_YEAR = 365L * 24 * 3600;

	private ChatLanguage() {
	}

	static Language of(HttpServletRequest request) {
		return chosen(request).or(() -> ofBrowser(request)).orElse(Language.RU);
	}

	static void remember(Language language, HttpServletRequest request, HttpServletResponse response) {
		ResponseCookie cookie = ResponseCookie.from(COOKIE, language.code())
			.path("/")
			.maxAge(A_YEAR)
			.sameSite("Lax")
			.httpOnly(true)
			.secure(request.isSecure())
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	private static Optional<Language> chosen(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		if (cookies == null) {
			return Optional.empty();
		}
		for (Cookie cookie : cookies) {
			if (COOKIE.equals(cookie.getName())) {
				return Language.of(cookie.getValue());
			}
		}
		return Optional.empty();
	}

	private static Optional<Language> ofBrowser(HttpServletRequest request) {
		if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
			return Optional.empty();
		}
		return Collections.list(request.getLocales())
			.stream()
			.flatMap(locale -> Language.of(locale.getLanguage()).stream())
			.findFirst();
	}

}
