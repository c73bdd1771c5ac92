package org.jauap.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

import org.jauap.nlp.Label;
import org.jauap.nlp.Language;
import org.jauap.question.QueueFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the inbox a page shows, as the address bar has it; what isn't understood doesn't restrict.
 *
 * @param view an {@link InboxView} code
 * @param agency an agency's code
 * @param intent {@code agency.intent}
 * @param language of the question
 * @param q words, or a number
 * @param cursor where an earlier page ended
 */
record InboxQuery(@Nullable String view, @Nullable String agency, @Nullable String intent, @Nullable String language,
		@Nullable String q, @Nullable String cursor) {

	static InboxQuery of(InboxView view) {
		return new InboxQuery(view.code(), null, null, null, null, null);
	}

	InboxView shown() {
		return text(this.view).flatMap(InboxView::of).orElse(InboxView.NEW);
	}

	Optional<String> words() {
		return text(this.q);
	}

	boolean narrows() {
		return text(this.agency).isPresent() || topic().isPresent() || text(this.language).isPresent()
				|| words().isPresent();
	}

	QueueFilter filter() {
		List<String> agencies = topic().map(Label::agency)
			.or(() -> text(this.agency))
			.map(List::of)
			.orElse(List.of());
		return new QueueFilter(agencies, List.of(), topic().map(Label::intent),
				text(this.language).flatMap(Language::of), Optional.empty(), false, words());
	}

	/** The same part of the inbox as the tail of an address, {@code ?…}. */
	String tail() {
		return tailFrom(this.cursor);
	}

	/** The same from another page on; none: from the beginning. */
	String tailFrom(@Nullable String next) {
		StringJoiner tail = new StringJoiner("&", "?", "");
		add(tail, "view", shown().code());
		add(tail, "agency", this.agency);
		add(tail, "intent", this.intent);
		add(tail, "language", this.language);
		add(tail, "q", this.q);
		add(tail, "cursor", next);
		return tail.toString();
	}

	/** Another view with the same filter. */
	String tailOf(InboxView other) {
		return new InboxQuery(other.code(), this.agency, this.intent, this.language, null, null).tail();
	}

	private static void add(StringJoiner tail, String name, @Nullable String value) {
		text(value).ifPresent(some -> tail.add(name + "=" + URLEncoder.encode(some, StandardCharsets.UTF_8)));
	}

	private Optional<Label> topic() {
		return text(this.intent).filter(code -> code.indexOf('.') > 0).map(Label::parse);
	}

	private static Optional<String> text(@Nullable String value) {
		return Optional.ofNullable(value).map(String::strip).filter(stripped -> !stripped.isEmpty());
	}

}
