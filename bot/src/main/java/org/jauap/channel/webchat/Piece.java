package org.jauap.channel.webchat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jauap.text.RichText;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a message that the page shows in one way. The page only ever sets it as text, never as markup.
 *
 * @param text what it says
 * @param bold whether it is set bold
 * @param link where it leads: a web page, or {@code tel:} for an emergency number
 * @param command what a click says to the gateway, e.g. {@code /my}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Piece(String text, boolean bold, @Nullable String link, @Nullable String command) {

	private static final Pattern EMERGENCY_NUMBER = Pattern.compile("1\\d\\d");

	/** A link ends before the punctuation of the sentence it stands in. */
	private static final String REST = "(?:/(?:[^\\s<>\"«»]*[^\\s<>\"«».,;:!?)])?)?";

	private static final Pattern ACTIVE = Pattern
		.compile("(?<page>https?://[\\w.-]+\\w(?::\\d+)?" + REST + ")" + "|(?<![\\w@./-])(?<site>(?:[a-z0-9-]+\\.)+kz\\b"
				+ REST + ")" + "|(?<![^\\s(])(?<command>/(?:start|ask|my|subscribe|language|help|privacy|forget))(?![\\w/])");

	/** The whole of what a citizen wrote: nothing in it is active. */
	static List<Piece> ofCitizen(RichText text) {
		return List.of(plain(text.text(), false));
	}

	/** What the gateway says, with its web pages, emergency numbers and commands active. */
	static List<Piece> ofGateway(RichText text) {
		List<Piece> pieces = new ArrayList<>();
		int done = 0;
		for (RichText.Bold stretch : text.bold()) {
			int end = stretch.offset() + stretch.length();
			split(text.text().substring(done, stretch.offset()), false, pieces);
			split(text.text().substring(stretch.offset(), end), true, pieces);
			done = end;
		}
		split(text.text().substring(done), false, pieces);
		return List.copyOf(pieces);
	}

	private static void split(String text, boolean bold, List<Piece> pieces) {
		if (bold && EMERGENCY_NUMBER.matcher(text).matches()) {
			pieces.add(new Piece(text, true, "tel:" + text, null));
			return;
		}
		Matcher active = ACTIVE.matcher(text);
		int done = 0;
		while (active.find()) {
			if (active.start() > done) {
				pieces.add(plain(text.substring(done, active.start()), bold));
			}
			String found = active.group();
			String link = (active.group("page") != null) ? found
					: (active.group("site") != null) ? "https://" + found : null;
			pieces.add(new Piece(found, bold, link, active.group("command")));
			done = active.end();
		}
		if (done < text.length()) {
			pieces.add(plain(text.substring(done), bold));
		}
	}

	private static Piece plain(String text, boolean bold) {
		return new Piece(text, bold, null, null);
	}

}
