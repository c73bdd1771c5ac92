package org.jauap.account;

import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A page that needs Redis while there is none. */
class RedisAwayTests {

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void saysSoInThreeLanguages(boolean wrapped) throws Exception {
		new RedisAway().doFilter(new MockHttpServletRequest("GET", "/console"), this.response, (request, answer) -> {
			RedisConnectionFailureException gone = new RedisConnectionFailureException("gone");
			if (wrapped) {
				throw new ServletException(gone);
			}
			throw gone;
		});

		assertThat(this.response.getStatus()).isEqualTo(503);
		assertThat(this.response.getHeader("Retry-After")).isEqualTo("5");
		assertThat(this.response.getContentAsString()).contains("lang=\"kk\"", "lang=\"ru\"", "lang=\"en\"");
	}

	@Test
	void othersFailuresStayTheirs() {
		assertThatExceptionOfType(ServletException.class)
			.isThrownBy(() -> new RedisAway().doFilter(new MockHttpServletRequest("GET", "/console"), this.response,
					(request, answer) -> {
						throw new ServletException(new IllegalStateException("a bug"));
					}));
	}

}
