package org.jauap.account;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Sends whoever must sign in (again) to the sign-in page: a page by a redirect, a fragment by the header that makes htmx
 * go there, a stream by the bare status.
 */
final class SignInPage implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

	static final String ADDRESS = "/console/login";

	private static final RequestMatcher CONSOLE = PathPatternRequestMatcher.withDefaults().matcher("/console/**");

	private static final String FRAGMENT = "HX-Request";

	private final AccessDeniedHandler forbidden = new AccessDeniedHandlerImpl();

	/** Whether it is one of the pages that only who signed in may see. */
	static boolean isForConsole(HttpServletRequest request) {
		return CONSOLE.matches(request);
	}

	/** Whether the browser wants a whole page, not a part of one. */
	static boolean isForPage(HttpServletRequest request) {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return request.getHeader(FRAGMENT) == null && (accept == null || !accept.startsWith("text/event-stream"));
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		signIn(request, response);
	}

	/** Never says which part was wrong, nor whether the account exists. */
	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException ex) throws IOException {
		String why = switch (ex) {
			case TooManyAttempts _ -> "?error=slow";
			case InternalAuthenticationServiceException _ -> "?error=unavailable";
			default -> "?error";
		};
		response.sendRedirect(request.getContextPath() + ADDRESS + why);
	}

	/** In the console, a form from a session that has ended has no valid token either: signing in again helps. */
	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException, ServletException {
		boolean signedIn = SecurityContextHolder.getContext()
			.getAuthentication() instanceof Authentication authentication
				&& authentication.getPrincipal() instanceof OfficialDetails;
		if (!signedIn && isForConsole(request)) {
			signIn(request, response);
			return;
		}
		this.forbidden.handle(request, response, ex);
	}

	private static void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (isForPage(request)) {
			response.sendRedirect(request.getContextPath() + ADDRESS);
			return;
		}
		if (request.getHeader(FRAGMENT) != null) {
			response.setHeader("HX-Redirect", request.getContextPath() + ADDRESS);
		}
		response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
	}

}
