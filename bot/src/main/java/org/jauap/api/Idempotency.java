package org.jauap.api;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Carries a write with an {@code Idempotency-Key} out once: for a day, the same key of the same token gives the first
 * answer again.
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The Idempotency-Key header</a>
 */
final class Idempotency extends OncePerRequestFilter {

	static final String HEADER = "Idempotency-Key";

	/** The request attribute with the id under which a command is carried out at most once. */
	static final String COMMAND_ID = Idempotency.class.getName() + ".command";

	private static final int LONGEST_KEY = 200;

	private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

	private final KeptAnswers answers;

	Idempotency(KeptAnswers answers) {
		this.answers = answers;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return READS.contains(request.getMethod()) || request.getHeader(HEADER) == null;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String key = request.getHeader(HEADER).strip();
		if (key.isEmpty() || key.length() > LONGEST_KEY) {
			throw Problems.field(HEADER, "must have 1 to " + LONGEST_KEY + " characters");
		}
		KeptAnswers.Place place = KeptAnswers.Place.of(
				SecurityContextHolder.getContext().getAuthentication().getName(),
				request.getHeader(HttpHeaders.AUTHORIZATION), key, (RequestWithBody) request);
		switch (this.answers.begin(place)) {
			case KeptAnswers.First first -> carryOut(place, first, request, response, chain);
			case KeptAnswers.Again again -> again.answer().writeTo(response);
			case KeptAnswers.Running _ -> throw Problem.Kind.IN_PROGRESS
				.because("a request with this Idempotency-Key is being carried out; ask for its answer in a second")
				.header(HttpHeaders.RETRY_AFTER, "1");
			case KeptAnswers.Other _ -> throw Problem.Kind.KEY_REUSED
				.because("this Idempotency-Key came with another path or body before; make up a new key");
		}
	}

	private void carryOut(KeptAnswers.Place place, KeptAnswers.First first, HttpServletRequest request,
			HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
		request.setAttribute(COMMAND_ID, place.fingerprint());
		ContentCachingResponseWrapper caching = new ContentCachingResponseWrapper(response);
		boolean answered = false;
		try {
			chain.doFilter(request, caching);
			answered = caching.getStatus() < 500;
		}
		finally {
			if (answered) {
				this.answers.keep(place, first, KeptAnswers.Answer.of(caching));
			}
			else {
				this.answers.forget(place);
			}
		}
		caching.copyBodyToResponse();
	}

}
