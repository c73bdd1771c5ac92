package org.jauap.channel.telegram;

import java.util.Map;

import org.jauap.StartupProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Asks at the start who the bot is. What only the operator can mend stops the start; what Telegram may get over by
 * itself doesn't.
 *
 * @param username as {@code @BotFather} knows it; empty while Telegram has not answered
 */
record Introduction(String username) {

	private static final Logger LOG = LoggerFactory.getLogger(Introduction.class);

	static Introduction to(BotApi api) {
		return switch (api.call("getMe", Map.of())) {
			case BotAnswer.Yes(JsonNode me) -> met(me.path("username").asString(""), api);
			case BotAnswer.No no when no.isTokenRefused() -> throw new StartupProblem("TELEGRAM_BOT_TOKEN is refused by "
					+ api.server() + " (" + no + "): correct it, or leave it empty to run without Telegram");
			case BotAnswer.No no -> later(no.toString());
			case BotAnswer.Foreign foreign when foreign.status() < 500 -> throw new StartupProblem(
					"TELEGRAM_API_URL is '" + api.server() + "', where there is no Bot API server (HTTP " + foreign.status()
							+ "): correct it, or leave it empty for Telegram's own");
			case BotAnswer.Foreign foreign -> later(foreign.toString());
			case BotAnswer.Silence silence when !silence.written() && !silence.slow() -> throw new StartupProblem(
					"TELEGRAM_API_URL is '" + api.server() + "', which can't be reached (" + silence.why()
							+ "): correct it, or see to the network");
			case BotAnswer.Silence silence -> later(silence.why());
			case BotAnswer.HeldBack _ -> later("held back");
		};
	}

	private static Introduction met(String username, BotApi api) {
		LOG.info("Telegram: this is @{}, by {}", username, api.server());
		return new Introduction(username);
	}

	private static Introduction later(String reason) {
		LOG.warn("Telegram: not ready yet, it is tried again: {}", reason);
		return new Introduction("");
	}

}
