package org.jauap.account;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds each request of a session against the account as it is now: a changed role counts at once, and a session ends
 * when the account is switched off or gets another password.
 */
final class StillAllowed extends OncePerRequestFilter {

	private final Accounts accounts;

	StillAllowed(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !SignInPage.isForConsole(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication != null && authentication.getPrincipal() instanceof OfficialDetails then) {
			Optional<OfficialDetails> now = this.accounts.find(then.getUsername())
				.map(Accounts::details)
				.filter(details -> details.enabled() && details.password().equals(then.password()));
			now.filter(details -> !details.equals(then)).ifPresent(StillAllowed::goOnAs);
			if (now.isEmpty()) {
				end(request);
			}
		}
		chain.doFilter(request, response);
	}

	private static void goOnAs(OfficialDetails details) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(
				UsernamePasswordAuthenticationToken.authenticated(details, null, details.getAuthorities()));
		SecurityContextHolder.setContext(context);
	}

	private static void end(HttpServletRequest request) {
		SecurityContextHolder.clearContext();
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
	}

}
