package org.jauap.channel;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A button under a message. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({ @JsonSubTypes.Type(value = Button.Tap.class, name = "tap"),
		@JsonSubTypes.Type(value = Button.Link.class, name = "link") })
public sealed interface Button {

	String label();

	/**
	 * Comes back as {@link Content.Tap}.
	 *
	 * @param data 1–64 bytes (<a href="https://core.telegram.org/bots/api#inlinekeyboardbutton">Bot API,
	 * InlineKeyboardButton</a>)
	 */
	record Tap(String label, String data) implements Button {

		static final int LONGEST_DATA = 64;

		public Tap {
			if (data.isEmpty() || data.getBytes(StandardCharsets.UTF_8).length > LONGEST_DATA) {
				throw new IllegalArgumentException("button data must have 1 to 64 bytes: " + data);
			}
		}

	}

	/** Opens a web page. */
	record Link(String label, String url) implements Button {
	}

}
