package org.jauap.account;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs a request in by its bearer token, for this request alone; a token that is nobody's is refused even where none is
 * needed.
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750</a>
 */
public final class BearerTokens extends OncePerRequestFilter {

	private static final String SCHEME = "Bearer ";

	private static final int LONGEST = 500;

	private final ApiTokens tokens;

	private final AuthenticationEntryPoint refusal;

	public BearerTokens(ApiTokens tokens, AuthenticationEntryPoint refusal) {
		this.tokens = tokens;
		this.refusal = refusal;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			chain.doFilter(request, response);
			return;
		}
		Optional<OfficialDetails> official = Optional.of(header.substring(SCHEME.length()).strip())
			.filter(token -> !token.isEmpty() && token.length() <= LONGEST)
			.flatMap(this.tokens::official)
			.map(owner -> new OfficialDetails(owner, "", true));
		if (official.isEmpty()) {
			this.refusal.commence(request, response, new BadCredentialsException("the bearer token is nobody's"));
			return;
		}
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(official.get(), null,
				official.get().getAuthorities()));
		SecurityContextHolder.setContext(context);
		chain.doFilter(request, response);
	}

}
