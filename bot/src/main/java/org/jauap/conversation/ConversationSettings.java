package org.jauap.conversation;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient the dialogue is.
 *
 * @param askTimeout how long a topic that was asked back may stay open before people decide
 */
@ConfigurationProperties("jauap.conversation")
record ConversationSettings(@DefaultValue("15m") Duration askTimeout) {
}
