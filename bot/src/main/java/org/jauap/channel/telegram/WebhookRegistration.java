package org.jauap.channel.telegram;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Tells Telegram where to deliver updates, and looks once a minute whether it still does and how it fares. */
class WebhookRegistration implements Duty {

	private static final Logger LOG = LoggerFactory.getLogger(WebhookRegistration.class);

	private static final Duration LOOK = Duration.ofMinutes(1);

	/** An error older than this is history. */
	private static final Duration RECENT = Duration.ofMinutes(10);

	private final BotApi api;

	private final String url;

	private final String secret;

	private final Link link;

	private final MyCommands commands;

	private final BackOff backOff = new BackOff();

	private boolean registered;

	WebhookRegistration(BotApi api, String url, String secret, Link link, MyCommands commands) {
		this.api = api;
		this.url = url;
		this.secret = secret;
		this.link = link;
		this.commands = commands;
	}

	@Override
	public void begin() {
		this.registered = false;
		this.commands.publish();
	}

	@Override
	public Duration perform() {
		return this.registered ? look() : register();
	}

	@Override
	public void cancel() {
		this.api.cancel("setWebhook");
		this.api.cancel("getWebhookInfo");
	}

	private Duration register() {
		BotAnswer answer = this.api.call("setWebhook",
				Map.of("url", this.url, "secret_token", this.secret, "allowed_updates", Update.KINDS));
		if (answer instanceof BotAnswer.Yes) {
			LOG.info("Telegram: webhook registered at {}", this.url);
			this.registered = true;
			this.backOff.reset();
			this.link.works(Link.Part.RECEIVING);
			return LOOK;
		}
		Duration wait = this.backOff.next();
		this.link.fails(Link.Part.RECEIVING, "the webhook could not be registered: " + answer);
		return (answer instanceof BotAnswer.No no && no.code() == 429) ? no.retryAfter() : wait;
	}

	private Duration look() {
		switch (this.api.call("getWebhookInfo", Map.of())) {
			case BotAnswer.Yes(JsonNode info) when !this.url.equals(info.path("url").asString("")) -> {
				LOG.warn("Telegram: somebody changed the webhook, it is registered anew");
				this.registered = false;
				return Duration.ZERO;
			}
			case BotAnswer.Yes(JsonNode info) -> {
				String error = recentError(info);
				if (error == null) {
					this.link.works(Link.Part.RECEIVING);
				}
				else {
					this.link.fails(Link.Part.RECEIVING, error);
				}
			}
			case BotAnswer other -> this.link.fails(Link.Part.RECEIVING, other.toString());
		}
		return LOOK;
	}

	/** What Telegram says of its latest deliveries, if they fail and something waits. */
	private static @Nullable String recentError(JsonNode info) {
		long at = info.path("last_error_date").asLong(0);
		boolean recent = System.currentTimeMillis() / 1000 - at < RECENT.toSeconds();
		long waiting = info.path("pending_update_count").asLong(0);
		return (recent && waiting > 0) ? waiting + " updates wait; Telegram can't deliver to the webhook: "
				+ info.path("last_error_message").asString("") : null;
	}

}
