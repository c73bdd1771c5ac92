package org.jauap.account;

import org.springframework.security.core.AuthenticationException;

/** The password was not even looked at: too many wrong ones came from that address just before. */
class TooManyAttempts extends AuthenticationException {

	TooManyAttempts() {
		super("too many attempts; wait a minute");
	}

}
