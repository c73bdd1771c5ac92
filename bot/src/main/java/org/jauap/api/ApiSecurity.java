package org.jauap.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.jauap.account.ApiTokens;
import org.jauap.account.BearerTokens;
import org.jauap.account.Role;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Bearer tokens for everything but what is public; no sessions, so no forged requests. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

	@Bean
	@Order(1)
	SecurityFilterChain apiChain(HttpSecurity http, ApiTokens tokens, Problems problems, KeptAnswers answers) {
		AuthenticationEntryPoint refusal = refusal(problems);
		return http.securityMatcher("/api/**")
			.authorizeHttpRequests(requests -> requests
				.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(HttpMethod.GET, "/api/v1/agencies", "/api/v1/archive", "/api/v1/archive/*")
				.permitAll()
				.requestMatchers("/api/v1/tokens/**", "/api/v1/officials/**", "/api/v1/models/**")
				.hasRole(Role.ADMIN.name())
				.anyRequest()
				.authenticated())
			.exceptionHandling(
					failures -> failures.authenticationEntryPoint(refusal).accessDeniedHandler(forbidden(problems)))
			.addFilterBefore(new Failures(problems), LogoutFilter.class)
			.addFilterBefore(new BearerTokens(tokens, refusal), AnonymousAuthenticationFilter.class)
			.addFilterAfter(new BodyLimit(), AuthorizationFilter.class)
			.addFilterAfter(new Idempotency(answers), BodyLimit.class)
			.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.headers(headers -> headers
				.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
			.build();
	}

	/** Addresses that nobody means well with never reach a chain. */
	@Bean
	RequestRejectedHandler rejectedAddresses(Problems problems) {
		return (request, response, ex) -> {
			if (request.getRequestURI().startsWith("/api/")) {
				problems.write(request, response, Problem.Kind.INVALID.because("the address can't be one of ours"));
			}
			else {
				response.sendError(HttpServletResponse.SC_BAD_REQUEST);
			}
		};
	}

	private static AuthenticationEntryPoint refusal(Problems problems) {
		return (request, response, ex) -> {
			boolean wrong = ex instanceof BadCredentialsException;
			problems.write(request, response,
					Problem.Kind.UNAUTHORIZED
						.because(wrong ? "the token is unknown or was deleted; make one in the console"
								: "send 'Authorization: Bearer <token>' with a token made in the console")
						.header(HttpHeaders.WWW_AUTHENTICATE, wrong ? "Bearer error=\"invalid_token\"" : "Bearer"));
		};
	}

	private static AccessDeniedHandler forbidden(Problems problems) {
		return (request, response, ex) -> problems.write(request, response,
				Problem.Kind.FORBIDDEN.because("this needs an administrator's token"));
	}

}
