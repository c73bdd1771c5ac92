package org.jauap.agency;

import java.util.List;

/**
 * A public body that answers questions.
 *
 * @param code its fixed code, e.g. {@code akimat}
 * @param names what it is called
 * @param deadline working days it has for an answer
 * @param intents what it answers, in the catalogue's order
 */
public record Agency(String code, Names names, int deadline, List<Intent> intents) {

	/** The queue of questions whose routing nobody settled; people look at it, no body answers from it. */
	public static final String TRIAGE = "triage";

}
