package org.jauap.channel.webchat;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jauap.channel.Button;
import org.jspecify.annotations.Nullable;

/**
 * A line as the page gets it, in the template and in the stream alike.
 *
 * @param id its id in this chat
 * @param fromCitizen whether the citizen wrote it
 * @param pieces what it says
 * @param language of the text; none for the citizen's own
 * @param rows of buttons under it
 * @param at when it came
 * @param replyTo id of the message it answers; of the one under the button, for a tap
 * @param tap the button's data, for a tap
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Bubble(String id, boolean fromCitizen, List<Piece> pieces, @Nullable String language, List<List<Choice>> rows,
		Instant at, @Nullable String replyTo, @Nullable String tap) {

	private static final int QUOTED = 80;

	/**
	 * A button.
	 *
	 * @param data what a tap on it says; none for a link
	 * @param link the page it opens; none for a tap
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Choice(String label, @Nullable String data, @Nullable String link) {

		static Choice of(Button button) {
			return switch (button) {
				case Button.Tap tap -> new Choice(tap.label(), tap.data(), null);
				case Button.Link link -> new Choice(link.label(), null, link.url());
			};
		}

	}

	static Bubble of(ChatLine line) {
		List<Piece> pieces = line.fromCitizen() ? Piece.ofCitizen(line.text()) : Piece.ofGateway(line.text());
		List<List<Choice>> rows = line.buttons().stream().map(row -> row.stream().map(Choice::of).toList()).toList();
		return new Bubble(line.id(), line.fromCitizen(), pieces, line.language(), rows, line.at(), line.replyTo(),
				line.tap());
	}

	/** The text alone, as far as it fits into a quotation. */
	String beginning() {
		StringBuilder text = new StringBuilder();
		this.pieces.forEach(piece -> text.append(piece.text()));
		String line = text.toString().replaceAll("\\s+", " ").strip();
		return (line.codePointCount(0, line.length()) <= QUOTED) ? line
				: line.substring(0, line.offsetByCodePoints(0, QUOTED)).strip() + "…";
	}

}
