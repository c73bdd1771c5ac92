package org.jauap.question;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jauap.channel.Attachment;
import org.jspecify.annotations.Nullable;

/**
 * A line of a question's timeline.
 *
 * @param at when it happened
 * @param kind what happened
 * @param by who did it: {@link #CITIZEN}, {@link #GATEWAY}, or an official's sign-in name
 * @param text what was said; for a transfer, the agency it went to, and its note
 * @param attachments what came with it
 * @param delivery how its way to the citizen went: {@code queued}, {@code delivered}, {@code repeated},
 * {@code uncertain}, {@code failed}, {@code blocked}; none if it does not go to the citizen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entry(Instant at, Kind kind, String by, String text, List<Attachment> attachments,
		@Nullable String delivery) {

	public static final String CITIZEN = "citizen";

	public static final String GATEWAY = "gateway";

	/** What may happen to a question. */
	public enum Kind {

		REGISTERED, ADDED, EDITED, CLAIMED, RELEASED, REPLIED, ASKED, TRANSFERRED, CORRECTED, NOTED, CLOSED, EXTENDED,
		SOLVED, RATED, REOPENED, WITHDRAWN;

		@JsonValue
		public String code() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

	public Entry(Instant at, Kind kind, String by, String text) {
		this(at, kind, by, text, List.of(), null);
	}

	public Entry withDelivery(@Nullable String delivery) {
		return new Entry(this.at, this.kind, this.by, this.text, this.attachments, delivery);
	}

	/** Whether the citizen wrote it. */
	public boolean isFromCitizen() {
		return CITIZEN.equals(this.by);
	}

}
