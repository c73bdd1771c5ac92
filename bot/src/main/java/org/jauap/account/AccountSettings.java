package org.jauap.account;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jauap.StartupProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How a deployment gets its first administrator.
 *
 * @param adminPassword password of the user {@code admin} ({@code ADMIN_PASSWORD}); none: a random one, made once
 * @param adminApiToken a bearer token with administrator rights ({@code ADMIN_API_TOKEN}); none: there is none
 */
@ConfigurationProperties("jauap.accounts")
record AccountSettings(@Nullable String adminPassword, @Nullable String adminApiToken) {

	private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,500}");

	/**
	 * The password that operators want.
	 * @throws StartupProblem if it can't be one
	 */
	Optional<String> password() {
		Optional<String> password = Optional.ofNullable(this.adminPassword).filter(given -> !given.isBlank());
		if (password.isPresent()
				&& password.get().getBytes(StandardCharsets.UTF_8).length > Accounts.LONGEST_PASSWORD) {
			throw new StartupProblem("ADMIN_PASSWORD is longer than " + Accounts.LONGEST_PASSWORD
					+ " bytes, of which the rest would not count: choose a shorter one");
		}
		return password;
	}

	/**
	 * The token that operators want.
	 * @throws StartupProblem if it can't be one
	 */
	Optional<String> token() {
		Optional<String> token = Optional.ofNullable(this.adminApiToken).filter(given -> !given.isBlank());
		if (token.isPresent() && !TOKEN.matcher(token.get()).matches()) {
			throw new StartupProblem("ADMIN_API_TOKEN can't be used as a bearer token: give "
					+ "Latin letters, digits and signs without spaces, e.g. from 'openssl rand -hex 32'");
		}
		return token;
	}

	/** Never the secrets: this may end up in a log. */
	@Override
	public String toString() {
		return "AccountSettings";
	}

}
