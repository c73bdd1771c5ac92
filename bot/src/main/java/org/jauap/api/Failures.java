package org.jauap.api;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/** Tells what goes wrong in the filters as a {@link Problem} too: Redis away while a token is looked up, a body too large. */
final class Failures extends OncePerRequestFilter {

	private final Problems problems;

	Failures(Problems problems) {
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (RuntimeException ex) {
			this.problems.write(request, response, this.problems.problem(ex));
		}
	}

}
