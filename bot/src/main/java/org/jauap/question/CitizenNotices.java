package org.jauap.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jauap.account.Official;
import org.jauap.agency.Catalogue;
import org.jauap.agency.WorkCalendar;
import org.jauap.channel.Button;
import org.jauap.channel.OutgoingMessage;
import org.jauap.text.RichText;
import org.jauap.text.Texts;

import org.springframework.stereotype.Component;

/** What the citizen is told when an official does something with their question, in the question's language. */
@Component
class CitizenNotices {

	private static final int BEGINNING = 60;

	/** A reply whose outcome is unknown is repeated with a line before it, and must still be whole then. */
	private static final int ROOM_FOR_REPEAT_MARK = 200;

	private final Texts texts;

	private final Catalogue catalogue;

	private final WorkCalendar calendar;

	CitizenNotices(Texts texts, Catalogue catalogue, WorkCalendar calendar) {
		this.texts = texts;
		this.catalogue = catalogue;
		this.calendar = calendar;
	}

	/** The official reply, with [solved] [not solved]. */
	List<OutgoingMessage> reply(QuestionChange change, Official official) {
		String number = QuestionNumber.parse(change.before().number()).orElseThrow().compact();
		List<Button> verdict = List.of(button(change, "reply.solved", "solved:" + number),
				button(change, "reply.not-solved", "unsolved:" + number));
		return message(change, OutgoingMessage.Kind.REPLY, "reply", List.of(verdict),
				Map.of("signature", signature(change, official), "words", change.entry().text()));
	}

	/** Something the official wants to know; the citizen answers by replying to it. */
	List<OutgoingMessage> asked(QuestionChange change, Official official) {
		return message(change, OutgoingMessage.Kind.REPLY, "asked", List.of(),
				Map.of("signature", signature(change, official), "words", change.entry().text()));
	}

	/** That another agency has it now. */
	List<OutgoingMessage> transferred(QuestionChange change) {
		return message(change, OutgoingMessage.Kind.NOTICE, "transferred", List.of(),
				Map.of("from", agencyName(change, change.before().agency()), "to", agencyName(change, change.agency())));
	}

	/** That it was closed, and why. */
	List<OutgoingMessage> closed(QuestionChange change) {
		return message(change, OutgoingMessage.Kind.NOTICE, "closed", List.of(),
				Map.of("words", change.entry().text()));
	}

	/** That the answer comes later, and why. */
	List<OutgoingMessage> extended(QuestionChange change) {
		return message(change, OutgoingMessage.Kind.NOTICE, "extended", List.of(),
				Map.of("words", change.entry().text()));
	}

	private List<OutgoingMessage> message(QuestionChange change, OutgoingMessage.Kind kind, String key,
			List<List<Button>> buttons, Map<String, String> more) {
		Question question = change.before();
		Map<String, Object> arguments = new java.util.HashMap<>(more);
		arguments.put("number", question.number());
		arguments.put("agency", agencyName(change, question.agency()));
		arguments.put("question", question.beginning(BEGINNING));
		arguments.put("due", day(change, change.dueAt()));
		String id = question.number() + "." + change.entryNumber() + "." + question.version();
		return parts(change, kind, id, this.texts.rich(question.language(), key, arguments), buttons);
	}

	/** One message, or several where the text is longer than a messenger takes; the buttons stand under the last. */
	private static List<OutgoingMessage> parts(QuestionChange change, OutgoingMessage.Kind kind, String id,
			RichText text, List<List<Button>> buttons) {
		Question question = change.before();
		List<RichText> parts = text.split(OutgoingMessage.LONGEST_TEXT - ROOM_FOR_REPEAT_MARK);
		List<OutgoingMessage> messages = new ArrayList<>();
		for (int i = 0; i < parts.size(); i++) {
			boolean last = i == parts.size() - 1;
			messages.add(new OutgoingMessage(id + "." + i, question.conversation(), kind, question.language(),
					parts.get(i), last ? buttons : List.of(), question.number(), change.entryNumber(), null, false,
					!last));
		}
		return messages;
	}

	/** The official's position, if they have one, and the date; never their name. */
	private String signature(QuestionChange change, Official official) {
		String date = day(change, change.entry().at());
		return official.position().isBlank() ? date : official.position() + ", " + date;
	}

	private Button button(QuestionChange change, String key, String data) {
		return new Button.Tap(this.texts.text(change.before().language(), key), data);
	}

	private String agencyName(QuestionChange change, String agency) {
		return this.catalogue.agencyName(agency, change.before().language());
	}

	private String day(QuestionChange change, Instant at) {
		return this.texts.day(change.before().language(), this.calendar.day(at));
	}

}
