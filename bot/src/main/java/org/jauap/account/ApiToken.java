package org.jauap.account;

import java.time.Instant;
import java.util.Set;

import org.jauap.nlp.Language;

/**
 * A bearer token's description; the token itself is shown once and then only known to its owner.
 *
 * @param id for lists and to delete it; no secret
 * @param name what it is for, unique
 * @param role what its owner may do
 * @param agencies codes of the agencies they may do it for
 * @param createdAt when it was made
 * @param createdBy sign-in name of the administrator who made it
 */
public record ApiToken(String id, String name, Role role, Set<String> agencies, Instant createdAt, String createdBy) {

	/** Whoever uses the token, as timelines name them. */
	Official official() {
		return new Official("token:" + this.name, "", this.role, this.agencies, Language.EN);
	}

}
