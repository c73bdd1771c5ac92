package org.jauap;

/**
 * Something in the configuration or the surroundings that keeps the gateway from starting. Its message is one line for
 * the operator: what is wrong, and how to mend it.
 */
public class StartupProblem extends RuntimeException {

	public StartupProblem(String whatIsWrongAndHowToMendIt) {
		super(whatIsWrongAndHowToMendIt);
	}

	public StartupProblem(String whatIsWrongAndHowToMendIt, Throwable cause) {
		super(whatIsWrongAndHowToMendIt, cause);
	}

}
