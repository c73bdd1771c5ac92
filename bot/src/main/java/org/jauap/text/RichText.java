package org.jauap.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Plain text and which stretches of it are bold. No markup travels with citizens' or officials' words, so nothing they
 * type can break or forge a message.
 *
 * @param text plain text
 * @param bold in UTF-16 units, in order, not overlapping
 */
public record RichText(String text, List<Bold> bold) {

	/** A stretch in UTF-16 units. */
	public record Bold(int offset, int length) {

		int end() {
			return this.offset + this.length;
		}

	}

	public static RichText plain(String text) {
		return new RichText(text, List.of());
	}

	/** This text, then another one. */
	public RichText append(RichText more) {
		List<Bold> all = new ArrayList<>(this.bold);
		more.bold.forEach(stretch -> all.add(new Bold(this.text.length() + stretch.offset(), stretch.length())));
		return new RichText(this.text + more.text, List.copyOf(all));
	}

	/**
	 * Divides the text into parts of at most {@code limit} UTF-16 units: at the end of a line if there is one in the
	 * last half of a part, else between words, else between characters as a reader sees them, so that no emoji breaks.
	 */
	public List<RichText> split(int limit) {
		List<RichText> parts = new ArrayList<>();
		int start = 0;
		while (this.text.length() - start > limit) {
			int end = breakBefore(start, start + limit);
			parts.add(part(start, end));
			start = end;
			while (start < this.text.length() && Character.isWhitespace(this.text.charAt(start))) {
				start++;
			}
		}
		if (start < this.text.length() || parts.isEmpty()) {
			parts.add(part(start, this.text.length()));
		}
		return List.copyOf(parts);
	}

	private int breakBefore(int start, int latest) {
		int line = this.text.lastIndexOf('\n', latest);
		if (line > start + (latest - start) / 2) {
			return line;
		}
		for (int i = latest; i > start + (latest - start) / 2; i--) {
			if (Character.isWhitespace(this.text.charAt(i))) {
				return i;
			}
		}
		BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
		characters.setText(this.text.substring(start, Math.min(this.text.length(), latest + 64)));
		int within = latest - start;
		int end = characters.isBoundary(within) ? within : characters.preceding(within);
		return (end > 0) ? start + end : latest;
	}

	private RichText part(int start, int end) {
		List<Bold> inside = new ArrayList<>();
		for (Bold stretch : this.bold) {
			int from = Math.max(start, stretch.offset());
			int to = Math.min(end, stretch.end());
			if (from < to) {
				inside.add(new Bold(from - start, to - from));
			}
		}
		return new RichText(this.text.substring(start, end), List.copyOf(inside));
	}

}
