package org.jauap.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an official may do; the agencies they may do it for stand beside it. */
public enum Role {

	/** Reads and answers the questions of their agencies. */
	OFFICIAL,
	/** As an official; also takes questions over from others. */
	LEAD,
	/** Reads the questions of their agencies and prepares announcements. */
	PRESS,
	/** Settles the routing of questions in triage, and of every other agency. */
	MODERATOR,
	/** Reads everything, changes nothing. */
	AUDITOR,
	/** Everything, and the accounts of the others. */
	ADMIN;

	/** The role of this {@link #code()}. */
	public static Optional<Role> of(String code) {
		return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
	}

	/** The name in the API, the console's addresses and Redis, e.g. {@code admin}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
