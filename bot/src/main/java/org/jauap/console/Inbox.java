package org.jauap.console;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The left and the middle of the console: views with counts, and a page of a queue.
 *
 * @param query which part
 * @param views what else there is to look at
 * @param rows the page
 * @param next address of the next page's tail; none at the end
 * @param hint number of unclaimed questions, for an empty list
 * @param oldest the most urgent unclaimed question, for an empty list
 * @param wrongNumber whether the words look like a number with a mistake in it
 */
record Inbox(InboxQuery query, List<View> views, List<InboxRow> rows, @Nullable String next, long hint,
		@Nullable String oldest, boolean wrongNumber) {

	/**
	 * A view in the navigation.
	 *
	 * @param count how many questions; at {@link #MOST_COUNTED} no more were counted; negative: not counted
	 */
	record View(String code, String tail, long count, boolean shown) {

		static final int MOST_COUNTED = 100;

		public String counted() {
			return (this.count >= MOST_COUNTED && this.code.equals("mine")) ? "99+"
					: (this.count < 0) ? "" : Long.toString(this.count);
		}

	}

	public String code() {
		return this.query.shown().code();
	}

	public String tail() {
		return this.query.tail();
	}

	public boolean narrowed() {
		return this.query.narrows();
	}

	public boolean first() {
		return this.query.cursor() == null || this.query.cursor().isBlank();
	}

	public String firstTail() {
		return this.query.tailFrom(null);
	}

}
