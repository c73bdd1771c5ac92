package org.jauap.question;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a question stands; each status of each agency is a queue of its own. */
public enum Status {

	NEW, CLAIMED, WAITING_FOR_CITIZEN, ANSWERED, REOPENED, CLOSED;

	/** Statuses in which an answer is still owed. */
	public static final List<Status> OPEN = List.of(REOPENED, NEW, CLAIMED, WAITING_FOR_CITIZEN);

	/** The name in the API and in Redis, e.g. {@code waiting-for-citizen}. */
	@JsonValue
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	public static Optional<Status> of(String code) {
		return Arrays.stream(values()).filter(status -> status.code().equals(code)).findFirst();
	}

	public boolean isOpen() {
		return OPEN.contains(this);
	}

}
