package org.jauap.question;

/** What came of an official's command; every caller handles each case. */
public sealed interface CommandResult {

	/** It was carried out, now or when the same command first came in. */
	record Done(Question question) implements CommandResult {
	}

	/** The question changed since the version the caller insisted on. */
	record Moved(Question question) implements CommandResult {
	}

	/** Another official holds it. */
	record Held(String by) implements CommandResult {
	}

	/** The command doesn't fit the question's status. */
	record WrongStatus(Status status) implements CommandResult {
	}

	/** There is no such question, or not for this official. */
	record Absent() implements CommandResult {
	}

	/** The official may read it, but not do this. */
	record Forbidden() implements CommandResult {
	}

	/** What was said can't be used, e.g. an empty reply or an unknown agency; {@code problem} is a text key. */
	record Unusable(String problem) implements CommandResult {
	}

}
