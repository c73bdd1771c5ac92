package org.jauap.console;

import java.util.Arrays;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jauap.account.OfficialDetails;
import org.jauap.nlp.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.LocaleResolver;

/**
 * In which language, and in which light, a page is shown: {@code ?lang=} for this once, else what was chosen in this
 * browser, else the signed-in official's language, else the first of kk, ru, en that the browser asks for.
 */
class Visitor implements LocaleResolver {

	static final String LANGUAGE_COOKIE = "jauap-language";

	static final String THEME_COOKIE = "jauap-theme";

	private static final long A_YEAR = 365L * 24 * 3600;

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		Language language = asked(request.getParameter("lang")).or(() -> cookie(request, LANGUAGE_COOKIE).flatMap(Language::of))
			.or(Visitor::ofOfficial)
			.or(() -> ofBrowser(request))
			.orElse(Language.EN);
		return Locale.of(language.code());
	}

	@Override
	public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response,
			@Nullable Locale locale) {
		if (response != null) {
			remember(request, response, LANGUAGE_COOKIE, language(locale).code());
		}
	}

	/** The language of one of the locales that {@link #resolveLocale} gives; of any other, English. */
	static Language language(@Nullable Locale locale) {
		return (locale == null) ? Language.EN : Language.of(locale.getLanguage()).orElse(Language.EN);
	}

	/** {@code light} or {@code dark} if it was chosen in this browser; empty: as the system has it. */
	static Optional<String> theme(HttpServletRequest request) {
		return cookie(request, THEME_COOKIE).filter(theme -> theme.equals("light") || theme.equals("dark"));
	}

	static void remember(HttpServletRequest request, HttpServletResponse response, String name, String value) {
		ResponseCookie cookie = ResponseCookie.from(name, value)
			.path("/")
			.maxAge(A_YEAR)
			.sameSite("Lax")
			.httpOnly(true)
			.secure(request.isSecure())
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	private static Optional<Language> asked(@Nullable String code) {
		return Optional.ofNullable(code).flatMap(Language::of);
	}

	private static Optional<String> cookie(HttpServletRequest request, String name) {
		Cookie[] cookies = request.getCookies();
		return (cookies == null) ? Optional.empty()
				: Arrays.stream(cookies)
					.filter(cookie -> cookie.getName().equals(name))
					.map(Cookie::getValue)
					.findFirst();
	}

	private static Optional<Language> ofOfficial() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof OfficialDetails details)
				? Optional.of(details.official().language()) : Optional.empty();
	}

	private static Optional<Language> ofBrowser(HttpServletRequest request) {
		if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
			return Optional.of(Language.RU);
		}
		Enumeration<Locale> wanted = request.getLocales();
		while (wanted.hasMoreElements()) {
			Optional<Language> known = Language.of(wanted.nextElement().getLanguage());
			if (known.isPresent()) {
				return known;
			}
		}
		return Optional.empty();
	}

}
