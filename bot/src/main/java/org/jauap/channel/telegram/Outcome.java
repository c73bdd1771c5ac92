package org.jauap.channel.telegram;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jauap.channel.Delivery;

/**
 * What an answer to {@code sendMessage} or {@code editMessageText} means for the message. The Bot API has no list of its
 * errors: the descriptions are those of its server's source.
 */
final class Outcome {

	private static final Pattern GONE = Pattern
		.compile("chat not found|user is deactivated|user_deactivated|peer_id_invalid|bot can't initiate",
				Pattern.CASE_INSENSITIVE);

	private static final Pattern NOTHING_TO_EDIT = Pattern
		.compile("message to edit not found|message can't be edited|message_id_invalid", Pattern.CASE_INSENSITIVE);

	private static final Duration SOON = Duration.ofSeconds(2);

	private static final Duration LATER = Duration.ofSeconds(5);

	private static final Duration MUCH_LATER = Duration.ofMinutes(1);

	private Outcome() {
	}

	/** @param replaced id of the message whose text is replaced; empty: none */
	static Delivery of(BotAnswer answer, String replaced) {
		return switch (answer) {
			case BotAnswer.Yes yes -> new Delivery.Delivered(yes.result().path("message_id").asString(replaced));
			case BotAnswer.No no -> of(no, replaced);
			case BotAnswer.Foreign foreign -> foreign.isTurnedAway() ? new Delivery.TryLater(MUCH_LATER, foreign.toString())
					: new Delivery.Uncertain(foreign.toString());
			case BotAnswer.Silence silence -> silence.written() ? new Delivery.Uncertain(silence.why())
					: new Delivery.TryLater(SOON, silence.why());
			case BotAnswer.HeldBack _ -> new Delivery.TryLater(SOON, "not to be sent from here");
		};
	}

	private static Delivery of(BotAnswer.No no, String replaced) {
		if (no.code() == 400 && no.description().contains("message is not modified")) {
			return new Delivery.Delivered(replaced);
		}
		return switch (no.code()) {
			case 429 -> new Delivery.Throttled(no.retryAfter());
			case 403 -> new Delivery.CitizenLeft(no.toString());
			case 401, 404 -> new Delivery.TryLater(MUCH_LATER, no.toString());
			default -> (no.code() >= 500) ? new Delivery.TryLater(LATER, no.toString())
					: GONE.matcher(no.description()).find() ? new Delivery.CitizenLeft(no.toString())
							: new Delivery.Refused(no.toString());
		};
	}

	/** Whether an edit failed because there is nothing (any more) that could be edited. */
	static boolean isNothingToEdit(BotAnswer answer) {
		return answer instanceof BotAnswer.No no && no.code() == 400 && NOTHING_TO_EDIT.matcher(no.description()).find();
	}

	/** For metrics. */
	static String name(Delivery delivery) {
		return delivery.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
	}

}
