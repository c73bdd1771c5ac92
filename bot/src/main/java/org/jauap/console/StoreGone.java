package org.jauap.console;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * While Redis can't be reached there is neither a session nor a question to show: the console then says so in a page
 * that needs neither, outside of everything else.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class StoreGone extends OncePerRequestFilter {

	private static final Logger LOG = LoggerFactory.getLogger(StoreGone.class);

	private final ITemplateEngine templates;

	private final LocaleResolver visitors;

	StoreGone(ITemplateEngine templates, LocaleResolver visitors) {
		this.templates = templates;
		this.visitors = visitors;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getRequestURI().startsWith("/console");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (RuntimeException | ServletException ex) {
			if (!isOfStore(ex) || response.isCommitted()) {
				throw ex;
			}
			LOG.warn("The console can't reach Redis: {}", ex.toString());
			tell(request, response);
		}
	}

	private void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.reset();
		response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
		response.setHeader(HttpHeaders.RETRY_AFTER, "10");
		response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; base-uri 'none'");
		response.setContentType("text/html;charset=UTF-8");
		Context context = new Context(this.visitors.resolveLocale(request));
		context.setVariable("language", context.getLocale().getLanguage());
		this.templates.process("console/unavailable", context, response.getWriter());
	}

	private static boolean isOfStore(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof RedisConnectionFailureException || cause instanceof RedisSystemException
					|| cause instanceof QueryTimeoutException) {
				return true;
			}
		}
		return false;
	}

}
