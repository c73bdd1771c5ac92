package org.jauap.account;

import jakarta.servlet.DispatcherType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Who may open which page. The API has a chain of its own, before these. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	/** Nothing but our own files, and no script or style inside a page: text that slips in can't do anything. */
	private static final String OWN_FILES_ONLY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
			+ "frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'";

	/** As above, but for the inline styles that Swagger UI is made of. */
	private static final String SWAGGER_UI = OWN_FILES_ONLY.replace("style-src 'self'",
			"style-src 'self' 'unsafe-inline'");

	/** What the sign-in page itself is made of. */
	private static final String CONSOLE_FILES = "/console/{file:.+\\.(?:css|js|svg|png|ico|woff2)}";

	/** The only way in by password: no chain may have a parent that would try again without counting. */
	@Bean
	AuthenticationManager passwords(Accounts accounts, PasswordEncoder encoder, SignInAttempts attempts) {
		return new ProviderManager(new PasswordSignIn(accounts, encoder, attempts));
	}

	/** Health is for everybody, figures are for administrators and for scrapers with a token. */
	@Bean
	@Order(2)
	SecurityFilterChain actuatorSecurity(HttpSecurity http, ApiTokens tokens, AuthenticationManager passwords) {
		AuthenticationEntryPoint refusal = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
		return http.securityMatcher("/actuator/**")
			.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers("/actuator/health/**")
				.permitAll()
				.anyRequest()
				.hasAnyRole(Role.ADMIN.name(), Role.AUDITOR.name()))
			.authenticationManager(passwords)
			.addFilterBefore(new BearerTokens(tokens, refusal), BasicAuthenticationFilter.class)
			.httpBasic(basic -> basic.realmName("Jauap"))
			.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.headers(headers -> policies(headers, OWN_FILES_ONLY))
			.build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain documentationSecurity(HttpSecurity http) {
		return http.securityMatcher("/swagger-ui.html", "/swagger-ui/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
			.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
			.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.headers(headers -> policies(headers, SWAGGER_UI))
			.build();
	}

	/** The pages: the console for who signed in, everything else for everybody. */
	@Bean
	@Order(4)
	SecurityFilterChain pageSecurity(HttpSecurity http, Accounts accounts, AuthenticationManager passwords) {
		SignInPage signInPage = new SignInPage();
		return http
			.authorizeHttpRequests(requests -> requests
				.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
				.permitAll()
				.requestMatchers(HttpMethod.GET, SignInPage.ADDRESS, CONSOLE_FILES)
				.permitAll()
				.requestMatchers("/console/admin/**")
				.hasRole(Role.ADMIN.name())
				.requestMatchers("/console", "/console/**")
				.authenticated()
				.anyRequest()
				.permitAll())
			.authenticationManager(passwords)
			.formLogin(form -> form.loginPage(SignInPage.ADDRESS)
				.defaultSuccessUrl("/console")
				.failureHandler(signInPage)
				.permitAll())
			.logout(logout -> logout.logoutUrl("/console/logout").logoutSuccessUrl(SignInPage.ADDRESS + "?bye"))
			.requestCache(cache -> cache.requestCache(pagesOnly()))
			.exceptionHandling(
					failures -> failures.authenticationEntryPoint(signInPage).accessDeniedHandler(signInPage))
			.addFilterBefore(new StillAllowed(accounts), AuthorizationFilter.class)
			.headers(headers -> policies(headers, OWN_FILES_ONLY))
			.build();
	}

	/** After signing in one comes back to the page one wanted, never to a fragment or a stream. */
	private static RequestCache pagesOnly() {
		HttpSessionRequestCache cache = new HttpSessionRequestCache();
		cache.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
				&& SignInPage.isForConsole(request) && SignInPage.isForPage(request));
		cache.setMatchingRequestParameterName(null);
		return cache;
	}

	private static void policies(HeadersConfigurer<HttpSecurity> headers, String contentSecurity) {
		headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurity))
			.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
	}

}
