package org.jauap.account;

import java.io.Serializable;
import java.util.Set;

import org.jauap.nlp.Language;

/**
 * Somebody who works with questions: a person who signed in, or another system by its token.
 *
 * @param name sign-in name, unique; shown to other officials
 * @param position what citizens see under an answer, e.g. 'Chief specialist'; may be empty
 * @param role what they may do
 * @param agencies codes of the agencies they may do it for; meaningless for roles that see all
 * @param language of their console
 */
public record Official(String name, String position, Role role, Set<String> agencies,
		Language language) implements Serializable {

	/** Whether every agency's questions are theirs to read. */
	public boolean seesAll() {
		return switch (this.role) {
			case MODERATOR, AUDITOR, ADMIN -> true;
			case OFFICIAL, LEAD, PRESS -> false;
		};
	}

	/** Whether they may read the questions in this agency's (or triage's) queue. */
	public boolean mayRead(String agency) {
		return seesAll() || this.agencies.contains(agency);
	}

	/** Whether they may claim, answer, transfer and close the questions in this agency's (or triage's) queue. */
	public boolean mayWork(String agency) {
		return switch (this.role) {
			case OFFICIAL, LEAD -> this.agencies.contains(agency);
			case MODERATOR, ADMIN -> true;
			case PRESS, AUDITOR -> false;
		};
	}

	/** Whether they may act on a question that another official holds. */
	public boolean mayTakeOver() {
		return this.role == Role.LEAD || this.role == Role.MODERATOR || this.role == Role.ADMIN;
	}

	/** Whether they may see who the citizen is; each look leaves an audit line. */
	public boolean mayIdentifyCitizen(String agency) {
		return mayWork(agency);
	}

	public boolean isAdmin() {
		return this.role == Role.ADMIN;
	}

}
