package org.jauap.account;

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

	/** The name in the API, the console's addresses and Redis, e.g. {@code admin}. */
	public String code() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

}
