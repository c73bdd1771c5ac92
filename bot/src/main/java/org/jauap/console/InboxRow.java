package org.jauap.console;

import java.time.Instant;

import org.jauap.nlp.Language;

/**
 * A question as a line of a list.
 *
 * @param topic topic's name, or the agency's where it has none
 * @param agency the agency's name
 * @param attachments how many files and places came with it
 * @param mine whether the official who looks holds it
 * @param selected whether it is the question shown beside the list
 */
record InboxRow(String number, String beginning, Language language, String topic, String agency, String status,
		Instant receivedAt, Deadline deadline, String assignee, boolean mine, int attachments, boolean selected) {
}
