package org.jauap.channel.telegram;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Long polling. Telegram forgets an update when the next call's offset lies beyond it, and that happens only after the
 * update is safe.
 */
class Poller implements Duty {

	private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

	private static final String GET_UPDATES = "getUpdates";

	private static final int AT_ONCE = 100;

	/** After this much quiet the offset is forgotten: ids may restart lower. */
	private static final long QUIET_NANOS = TimeUnit.DAYS.toNanos(1);

	private final BotApi api;

	private final Intake intake;

	private final Link link;

	private final MyCommands commands;

	private final Duration patience;

	private final BackOff backOff = new BackOff();

	/** The next update to ask for; 0: whatever Telegram has kept. */
	private long offset;

	private long lastUpdate = System.nanoTime();

	private boolean webhookRemoved;

	private volatile boolean cancelled;

	/** @param patience how long Telegram holds a call for which there is no update yet */
	Poller(BotApi api, Intake intake, Link link, MyCommands commands, Duration patience) {
		this.api = api;
		this.intake = intake;
		this.link = link;
		this.commands = commands;
		this.patience = patience;
	}

	@Override
	public void begin() {
		LOG.info("Telegram: this instance polls");
		this.cancelled = false;
		this.offset = 0;
		this.webhookRemoved = false;
		this.backOff.reset();
		this.commands.publish();
		if (this.api.call("getWebhookInfo", Map.of()) instanceof BotAnswer.Yes(JsonNode info)
				&& !info.path("url").asString("").isEmpty()) {
			removeWebhook();
		}
	}

	@Override
	public Duration perform() {
		if (System.nanoTime() - this.lastUpdate > QUIET_NANOS) {
			this.offset = 0;
			this.lastUpdate = System.nanoTime();
		}
		BotAnswer answer = this.api.call(GET_UPDATES,
				Map.of("offset", this.offset, "limit", AT_ONCE, "timeout", this.patience.toSeconds(), "allowed_updates",
						Update.KINDS),
				this.patience.plusSeconds(10));
		return switch (answer) {
			case BotAnswer.Yes(JsonNode updates) -> take(updates);
			case BotAnswer.No no -> refused(no);
			case BotAnswer.Foreign foreign -> troubled(foreign.toString());
			case BotAnswer.Silence silence -> troubled(silence.toString());
			case BotAnswer.HeldBack _ -> Duration.ZERO;
		};
	}

	@Override
	public void cancel() {
		this.cancelled = true;
		this.api.cancel(GET_UPDATES);
	}

	private Duration take(JsonNode updates) {
		for (JsonNode json : updates) {
			switch (this.intake.take(json)) {
				case SAFE -> {
					this.offset = Update.read(json).orElseThrow().id() + 1;
					this.lastUpdate = System.nanoTime();
				}
				case NOT_AN_UPDATE -> {
					// It has no number that could be confirmed; the next one's confirms it too.
				}
				case COME_AGAIN -> {
					return troubled("updates can't be kept now and wait at Telegram");
				}
			}
		}
		this.link.works(Link.Part.RECEIVING);
		this.link.works(Link.Part.TOKEN);
		this.backOff.reset();
		return Duration.ZERO;
	}

	private Duration refused(BotAnswer.No no) {
		if (no.isTokenRefused()) {
			this.link.fails(Link.Part.TOKEN, no.toString());
		}
		if (no.code() == 409 && !this.webhookRemoved) {
			removeWebhook();
		}
		Duration wait = troubled(no.toString());
		return (no.code() == 429 && no.retryAfter().compareTo(wait) > 0) ? no.retryAfter() : wait;
	}

	/** Polling is refused while a webhook is set. What waits is kept. */
	private void removeWebhook() {
		this.webhookRemoved = this.api.call("deleteWebhook",
				Map.of("drop_pending_updates", false)) instanceof BotAnswer.Yes;
		if (this.webhookRemoved) {
			LOG.info("Telegram: the webhook of an earlier configuration was removed");
		}
	}

	private Duration troubled(String reason) {
		if (this.cancelled) {
			return Duration.ZERO;
		}
		this.link.fails(Link.Part.RECEIVING, reason);
		return this.backOff.next();
	}

}
