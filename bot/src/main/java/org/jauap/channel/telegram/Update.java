package org.jauap.channel.telegram;

import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/**
 * One update, as little understood as is enough to number it.
 *
 * @param id its number; the same update always has the same
 * @param kind the name of the field that it is all about, e.g. {@code message}; {@value #OTHER} for one that is not ours
 * @param body that field
 */
record Update(long id, String kind, JsonNode body) {

	static final String MESSAGE = "message";

	static final String EDITED = "edited_message";

	static final String TAP = "callback_query";

	static final String MEMBERSHIP = "my_chat_member";

	/** What Telegram is asked to send; whatever else comes is left alone. */
	static final List<String> KINDS = List.of(MESSAGE, EDITED, TAP, MEMBERSHIP);

	static final String OTHER = "other";

	/** Empty if it has no number: then it is none. */
	static Optional<Update> read(JsonNode json) {
		JsonNode id = json.path("update_id");
		if (!id.isIntegralNumber() || !id.canConvertToLong()) {
			return Optional.empty();
		}
		String kind = KINDS.stream().filter(known -> json.path(known).isObject()).findFirst().orElse(OTHER);
		return Optional.of(new Update(id.asLong(), kind, json.path(kind)));
	}

	/** The button press that is waiting for its answer. */
	Optional<String> callback() {
		return TAP.equals(this.kind)
				? Optional.of(this.body.path("id").asString("")).filter(callback -> !callback.isEmpty())
				: Optional.empty();
	}

}
