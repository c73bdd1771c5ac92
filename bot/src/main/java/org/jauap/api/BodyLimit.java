package org.jauap.api;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the body, as far as it is one that a client of ours would send. */
final class BodyLimit extends OncePerRequestFilter {

	static final int LARGEST = 256 * 1024;

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		byte[] body = (request.getContentLengthLong() > LARGEST) ? null
				: request.getInputStream().readNBytes(LARGEST + 1);
		if (body == null || body.length > LARGEST) {
			throw Problem.Kind.TOO_LARGE.because("a body may have " + LARGEST + " bytes");
		}
		chain.doFilter(new RequestWithBody(request, body), response);
	}

}
