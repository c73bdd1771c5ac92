package org.jauap.account;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While Redis is away not even a session can be read: every page that needs one says so in the plainest form, and asks to
 * come back. Outside of the sessions' filter, which fails first.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RedisAway extends OncePerRequestFilter {

	private static final Logger LOG = LoggerFactory.getLogger(RedisAway.class);

	private static final String PAGE = """
			<!doctype html><html lang="ru"><meta charset="utf-8"><title>503</title>
			<meta name="viewport" content="width=device-width">
			<p lang="kk">Жүйе қазір қолжетімсіз. Қабылданғаны расталғанның бәрі сақталған. Бір минуттан кейін қайталап көріңіз.</p>
			<p lang="ru">Система сейчас недоступна. Всё, что было подтверждено, сохранено. Попробуйте через минуту.</p>
			<p lang="en">The system is not available right now. Everything that was confirmed is safe. Try again in a minute.</p>
			</html>
			""";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (DataAccessException ex) {
			answer(response, ex);
		}
		catch (ServletException ex) {
			if (!(ex.getCause() instanceof DataAccessException cause)) {
				throw ex;
			}
			answer(response, cause);
		}
	}

	private static void answer(HttpServletResponse response, DataAccessException ex) throws IOException {
		LOG.warn("A page could not be served by Redis: {}", NestedExceptionUtils.getMostSpecificCause(ex).toString());
		if (response.isCommitted()) {
			return;
		}
		response.reset();
		response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
		response.setHeader(HttpHeaders.RETRY_AFTER, "5");
		response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
		response.setHeader("Content-Security-Policy", "default-src 'none'");
		response.getWriter().write(PAGE);
	}

}
