package org.jauap.channel.telegram;

import java.time.Duration;

import tools.jackson.databind.JsonNode;

/** What came of a call to the Bot API. 'Telegram said no' and 'nobody said anything' are different things. */
sealed interface BotAnswer {

	/** {@code "ok": true}. */
	record Yes(JsonNode result) implements BotAnswer {
	}

	/**
	 * {@code "ok": false}: the call had no effect.
	 *
	 * @param code as HTTP's status codes
	 * @param description Telegram's words
	 * @param retryAfter how long to be quiet, for 429
	 */
	record No(int code, String description, Duration retryAfter) implements BotAnswer {

		boolean isTokenRefused() {
			return this.code == 401 || this.code == 404;
		}

		@Override
		public String toString() {
			return this.code + " " + this.description;
		}

	}

	/**
	 * An answer that no Bot API server gives: a proxy's error page, a captive portal, another web server.
	 *
	 * @param status HTTP status
	 */
	record Foreign(int status) implements BotAnswer {

		/** Whether whoever answered did not even pass the call on. */
		boolean isTurnedAway() {
			return this.status >= 300 && this.status < 500;
		}

		@Override
		public String toString() {
			return "HTTP " + this.status + " from something that is not a Bot API server";
		}

	}

	/**
	 * No answer.
	 *
	 * @param why without token or address
	 * @param written whether the call may have reached the server
	 * @param slow whether it was only too slow, as opposed to refused or not found
	 */
	record Silence(String why, boolean written, boolean slow) implements BotAnswer {

		@Override
		public String toString() {
			return this.why;
		}

	}

	/** It was not to be sent after all: nothing was written. */
	record HeldBack() implements BotAnswer {
	}

}
