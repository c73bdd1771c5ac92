package org.jauap.channel.webchat;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jauap.channel.Button;
import org.jauap.text.RichText;
import org.jspecify.annotations.Nullable;

/**
 * A message as the web chat's page shows it.
 *
 * @param id its id in this chat
 * @param fromCitizen whether the citizen wrote it
 * @param text what it says
 * @param language of the text, for screen readers; none for the citizen's own
 * @param buttons rows of buttons under it
 * @param at when it came
 * @param replyTo id of the message it answers; of the one under the button, for a tap
 * @param tap the button's data, for a tap
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChatLine(String id, boolean fromCitizen, RichText text, @Nullable String language, List<List<Button>> buttons,
		Instant at, @Nullable String replyTo, @Nullable String tap) {
}
