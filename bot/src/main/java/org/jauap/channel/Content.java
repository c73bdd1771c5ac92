package org.jauap.channel;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What an incoming message consists of, the same for every channel. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({ @JsonSubTypes.Type(value = Content.Words.class, name = "words"),
		@JsonSubTypes.Type(value = Content.Edited.class, name = "edited"),
		@JsonSubTypes.Type(value = Content.Tap.class, name = "tap"),
		@JsonSubTypes.Type(value = Content.Unreadable.class, name = "unreadable"),
		@JsonSubTypes.Type(value = Content.Left.class, name = "left"),
		@JsonSubTypes.Type(value = Content.CameBack.class, name = "came-back"),
		@JsonSubTypes.Type(value = Content.Group.class, name = "group") })
public sealed interface Content {

	/**
	 * Text, attachments or both; a command such as {@code /start topic} is text too.
	 *
	 * @param text may be empty when there are attachments
	 */
	record Words(String text, List<Attachment> attachments) implements Content {
	}

	/** A message sent earlier (named by {@link IncomingMessage#messageId()}) now has this text. */
	record Edited(String text, List<Attachment> attachments) implements Content {
	}

	/** A button was pressed; {@code data} is what {@link Button.Tap#data()} said. */
	record Tap(String data) implements Content {
	}

	/** Something the gateway can't read, e.g. {@code sticker}, {@code poll}, {@code video_note}. */
	record Unreadable(String kind) implements Content {
	}

	/** The citizen blocked or stopped the bot. */
	record Left() implements Content {
	}

	/** The citizen unblocked the bot. */
	record CameBack() implements Content {
	}

	/** The bot was added to a group or spoken to in one; it says one polite line and leaves. */
	record Group() implements Content {
	}

}
