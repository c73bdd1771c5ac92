package org.jauap.conversation;

import java.time.Duration;

import org.jauap.StartupProblem;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient the dialogue is.
 *
 * @param askTimeout how long a topic that was asked back may stay open before people decide
 */
@ConfigurationProperties("jauap.conversation")
record ConversationSettings(@DefaultValue("15m") Duration askTimeout) {

	ConversationSettings {
		if (!askTimeout.isPositive()) {
			throw new StartupProblem("ASK_TIMEOUT is " + askTimeout
					+ ": give a time after which people decide, e.g. 15m; without one they never would");
		}
	}

}
