package org.jauap.account;

import java.util.Collection;
import java.util.List;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * An official as Spring Security's principal, by password or by token. Controllers take it as
 * {@code @AuthenticationPrincipal(expression = "official") Official official}.
 *
 * @param official who it is
 * @param password the password's hash; empty for a token
 * @param enabled false when an administrator has switched the account off
 */
public record OfficialDetails(Official official, String password, boolean enabled) implements UserDetails {

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return List.of(new SimpleGrantedAuthority("ROLE_" + this.official.role().name()));
	}

	@Override
	public String getPassword() {
		return this.password;
	}

	@Override
	public String getUsername() {
		return this.official.name();
	}

	@Override
	public boolean isEnabled() {
		return this.enabled;
	}

}
