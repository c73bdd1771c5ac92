package org.jauap.account;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import org.jauap.GatewayTest;
import org.jauap.nlp.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** Signing in to the console, staying signed in, and no longer being let in. */
@GatewayTest
class SignInTests {

	private static final String PASSWORD = "a long enough password";

	private static final String COOKIE = "jauap-session";

	private final MockMvc web;

	private final Accounts accounts;

	private final StringRedisTemplate redis;

	private final String name = "s" + UUID.randomUUID();

	/** Each test comes from an address of its own, so that none slows the next one down. */
	private final String address = "2001:db8::" + Integer.toHexString(this.name.hashCode() & 0xffff);

	@Autowired
	SignInTests(WebApplicationContext context, @Qualifier("springSessionRepositoryFilter") Filter sessions,
			Accounts accounts, StringRedisTemplate redis) {
		this.web = MockMvcBuilders.webAppContextSetup(context).addFilters(sessions).apply(springSecurity()).build();
		this.accounts = accounts;
		this.redis = redis;
	}

	@BeforeEach
	void anOfficial() {
		this.accounts.create(official(Role.OFFICIAL), PASSWORD);
		this.redis.delete(this.redis.keys("{signin}:*"));
	}

	@Test
	void theConsoleAsksForAPassword() throws Exception {
		assertThat(perform(get("/console")).getRedirectedUrl()).endsWith("/console/login");
		assertThat(perform(get("/console/questions/4F7K-Q9M2-X")).getRedirectedUrl()).endsWith("/console/login");
	}

	@Test
	void whatTheSignInPageIsMadeOfIsThereBefore() throws Exception {
		assertThat(perform(get("/console/console.css")).getRedirectedUrl()).isNull();
		assertThat(perform(get("/console/questions/console.css")).getRedirectedUrl()).endsWith("/console/login");
	}

	@Test
	void fragmentsAndStreamsAreNotRedirected() throws Exception {
		MockHttpServletResponse fragment = perform(get("/console/inbox").header("HX-Request", "true"));
		assertThat(fragment.getStatus()).isEqualTo(401);
		assertThat(fragment.getHeader("HX-Redirect")).isEqualTo("/console/login");
		assertThat(perform(get("/console/events").accept("text/event-stream")).getStatus()).isEqualTo(401);
	}

	@Test
	void signedInWithASessionInRedis() throws Exception {
		MockHttpServletResponse answer = signIn(PASSWORD);

		assertThat(answer.getRedirectedUrl()).isEqualTo("/console");
		Cookie session = answer.getCookie(COOKIE);
		assertThat(session.isHttpOnly()).isTrue();
		assertThat(session.getAttribute("SameSite")).isEqualTo("Lax");
		assertThat(this.redis.keys("jauap:session:*")).isNotEmpty();
		assertThat(isSignedIn(session)).isTrue();
	}

	@Test
	void onesWayLeadsBackToThePageOneWanted() throws Exception {
		MockHttpServletResponse refused = perform(get("/console/inbox?view=mine"));
		Cookie before = refused.getCookie(COOKIE);

		MockHttpServletResponse answer = perform(credentials(PASSWORD).cookie(before));

		assertThat(answer.getRedirectedUrl()).endsWith("/console/inbox?view=mine");
		assertThat(answer.getCookie(COOKIE).getValue()).as("no fixed session").isNotEqualTo(before.getValue());
	}

	@Test
	void nothingTellsWhatWasWrong() throws Exception {
		String wrongPassword = signIn("something else").getRedirectedUrl();
		String wrongName = perform(credentials("nobody", PASSWORD)).getRedirectedUrl();
		this.accounts.change(official(Role.OFFICIAL), false);
		String switchedOff = signIn(PASSWORD).getRedirectedUrl();

		assertThat(List.of(wrongPassword, wrongName)).containsOnly("/console/login?error");
		assertThat(switchedOff).isEqualTo("/console/login?error");
	}

	@Test
	void withoutACsrfTokenNobodySignsInOrOut() throws Exception {
		MockHttpServletResponse signIn = perform(
				post("/console/login").param("username", this.name).param("password", PASSWORD));
		assertThat(signIn.getRedirectedUrl()).isEqualTo("/console/login");
		assertThat(isSignedIn(signIn.getCookie(COOKIE))).isFalse();
		Cookie session = signIn(PASSWORD).getCookie(COOKIE);

		assertThat(perform(post("/console/logout").cookie(session)).getStatus()).isEqualTo(403);
		assertThat(isSignedIn(session)).isTrue();
		assertThat(perform(post("/console/logout").cookie(session).with(csrf())).getRedirectedUrl())
			.isEqualTo("/console/login?bye");
		assertThat(isSignedIn(session)).isFalse();
	}

	@Test
	void whoGuessesWaitsAndNobodyElse() throws Exception {
		for (int i = 0; i < 5; i++) {
			assertThat(signIn("guess " + i).getRedirectedUrl()).isEqualTo("/console/login?error");
		}

		assertThat(signIn(PASSWORD).getRedirectedUrl()).isEqualTo("/console/login?error=slow");
		assertThat(perform(credentials(PASSWORD).with(from("192.0.2.7"))).getRedirectedUrl()).isEqualTo("/console");
	}

	@Test
	void aSuccessForgivesTheFailuresBefore() throws Exception {
		for (int round = 0; round < 3; round++) {
			for (int i = 0; i < 4; i++) {
				signIn("guess " + i);
			}
			assertThat(signIn(PASSWORD).getRedirectedUrl()).isEqualTo("/console");
		}
	}

	@Test
	void whoTriesManyNamesWaitsToo() throws Exception {
		for (int i = 0; i < 50; i++) {
			perform(credentials("name" + i, "guess"));
		}

		assertThat(signIn(PASSWORD).getRedirectedUrl()).isEqualTo("/console/login?error=slow");
	}

	@Test
	void aChangedRoleCountsAtTheNextRequest() throws Exception {
		Cookie session = signIn(PASSWORD).getCookie(COOKIE);
		assertThat(perform(get("/console/admin/officials").cookie(session)).getStatus()).isEqualTo(403);

		this.accounts.change(official(Role.ADMIN), true);

		assertThat(perform(get("/console/admin/officials").cookie(session)).getStatus()).isNotEqualTo(403);
	}

	@Test
	void aSessionEndsWithItsAccountAndWithItsPassword() throws Exception {
		Cookie first = signIn(PASSWORD).getCookie(COOKIE);
		this.accounts.changePassword(this.name, "another long password");
		assertThat(isSignedIn(first)).isFalse();

		Cookie second = signIn("another long password").getCookie(COOKIE);
		this.accounts.change(official(Role.OFFICIAL), false);
		assertThat(isSignedIn(second)).isFalse();
		this.accounts.change(official(Role.OFFICIAL), true);
		assertThat(isSignedIn(second)).as("an ended session does not come back").isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/console/login", "/console", "/nothing" })
	void pagesRunNothingButOurOwnFiles(String page) throws Exception {
		MockHttpServletResponse answer = perform(get(page));

		assertThat(answer.getHeader("Content-Security-Policy")).startsWith("default-src 'none'; script-src 'self'; "
				+ "style-src 'self';")
			.contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
			.doesNotContain("unsafe");
		assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
	}

	@Test
	void theDocumentationMayStyleItself() throws Exception {
		assertThat(perform(get("/swagger-ui/index.html")).getHeader("Content-Security-Policy"))
			.contains("script-src 'self'", "style-src 'self' 'unsafe-inline'");
	}

	@Test
	void figuresAreForAdministratorsAndScrapers() throws Exception {
		assertThat(perform(get("/actuator/health/liveness")).getStatus()).isEqualTo(200);
		assertThat(perform(get("/actuator/prometheus")).getStatus()).isEqualTo(401);
		assertThat(prometheus("Bearer made-up").getStatus()).isEqualTo(401);
		assertThat(prometheus("Bearer test-token-of-the-administrator").getStatus()).isEqualTo(200);
		assertThat(prometheus(basic("admin", "correct horse battery")).getStatus()).isEqualTo(200);
		assertThat(prometheus(basic(this.name, PASSWORD)).getStatus()).isEqualTo(403);
	}

	private MockHttpServletResponse prometheus(String authorization) throws Exception {
		return perform(get("/actuator/prometheus").header("Authorization", authorization));
	}

	private static String basic(String name, String password) {
		return "Basic " + java.util.Base64.getEncoder()
			.encodeToString((name + ":" + password).getBytes(java.nio.charset.StandardCharsets.UTF_8));
	}

	private boolean isSignedIn(Cookie session) throws Exception {
		String location = perform(get("/console").cookie(session)).getRedirectedUrl();
		return location == null || !location.endsWith("/console/login");
	}

	private MockHttpServletResponse signIn(String password) throws Exception {
		return perform(credentials(password));
	}

	private MockHttpServletRequestBuilder credentials(String password) {
		return credentials(this.name, password);
	}

	private MockHttpServletRequestBuilder credentials(String who, String password) {
		return post("/console/login").param("username", who)
			.param("password", password)
			.with(from(this.address))
			.with(csrf());
	}

	private static org.springframework.test.web.servlet.request.RequestPostProcessor from(String address) {
		return request -> {
			request.setRemoteAddr(address);
			return request;
		};
	}

	private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
		return this.web.perform(request).andReturn().getResponse();
	}

	private Official official(Role role) {
		return new Official(this.name, "", role, Set.of("labour"), Language.RU);
	}

}
