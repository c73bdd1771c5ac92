package org.jauap.question;

import java.time.Instant;

/**
 * That a question changed, for whoever follows: the console's live view, the API's event stream, search, statistics.
 * Holds no words of anybody's.
 *
 * @param kind what happened, an {@link Entry.Kind} code, or {@code delivery}
 * @param number the question
 * @param agency whose queue it is in now
 * @param previousAgency whose queue it was in before; the same unless it was transferred
 * @param status its status now
 * @param assignee who holds it now; empty: nobody
 * @param version its version now
 * @param at when
 */
public record QuestionEvent(String kind, String number, String agency, String previousAgency, Status status,
		String assignee, int version, Instant at) {
}
