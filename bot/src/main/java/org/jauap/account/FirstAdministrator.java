package org.jauap.account;

import java.security.SecureRandom;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * The user {@code admin}, without whom nobody could sign in: made at the first start. With {@code ADMIN_PASSWORD} set,
 * that is the password from this start on, so operators change it there.
 */
@Component
public class FirstAdministrator {

	private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

	/** Without characters that look alike. */
	private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";

	private static final int GROUPS = 4;

	private static final int GROUP = 5;

	private final @Nullable String newPassword;

	private final Accounts accounts;

	private final boolean created;

	FirstAdministrator(Accounts accounts, AccountSettings settings) {
		this.newPassword = settings.password().isPresent() ? null : random();
		String password = settings.password().orElse(this.newPassword);
		String name = Accounts.administrator().name();
		this.accounts = accounts;
		boolean created = accounts.find(name).isEmpty() && accounts.create(Accounts.administrator(), password);
		if (created && this.newPassword != null) {
			accounts.awaitReader(name);
		}
		boolean unread = !created && this.newPassword != null && accounts.awaitsReader(name);
		if (unread) {
			// The start that made the last one up never came to print it.
			accounts.changePassword(name, password);
		}
		this.created = created || unread;
		if (settings.password().isPresent() && !this.created && !accounts.hasPassword(name, password)) {
			accounts.changePassword(name, password);
			LOG.info("The password of '{}' is now the one in ADMIN_PASSWORD", name);
		}
		if (password.length() < Accounts.SHORTEST_PASSWORD) {
			LOG.warn("ADMIN_PASSWORD is short: take at least {} characters where others can reach the console",
					Accounts.SHORTEST_PASSWORD);
		}
	}

	/** The administrator's password, only if it was made up in this very start: to be printed once. */
	public Optional<String> newPassword() {
		return Optional.ofNullable(this.newPassword).filter(password -> this.created);
	}

	/** The password was printed: from now on it stays as it is. */
	public void wasRead() {
		this.accounts.wasRead(Accounts.administrator().name());
	}

	private static String random() {
		SecureRandom random = new SecureRandom();
		StringBuilder password = new StringBuilder();
		for (int i = 0; i < GROUPS * GROUP; i++) {
			if (i > 0 && i % GROUP == 0) {
				password.append('-');
			}
			password.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
		}
		return password.toString();
	}

}
