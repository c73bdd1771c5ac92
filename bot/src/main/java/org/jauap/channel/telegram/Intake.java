package org.jauap.channel.telegram;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
import org.jauap.channel.Inbox;
import org.jauap.channel.IncomingMessage;
import org.jauap.redis.Partition;
import org.jauap.redis.Script;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Takes one update in, whichever way it came. Nothing in an update can stop the next: what can't be translated is set
 * aside for people to look at.
 */
class Intake {

	private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

	private static final Script SET_ASIDE = Script.named("set-aside");

	private static final int LONGEST_SET_ASIDE = 65_536;

	private final String bot;

	private final Inbox inbox;

	private final StringRedisTemplate redis;

	private final Courtesies courtesies;

	private final MeterRegistry metrics;

	private final Clock clock;

	Intake(String bot, Inbox inbox, StringRedisTemplate redis, Courtesies courtesies, MeterRegistry metrics,
			Clock clock) {
		this.bot = bot;
		this.inbox = inbox;
		this.redis = redis;
		this.courtesies = courtesies;
		this.metrics = metrics;
		this.clock = clock;
	}

	/** What to tell Telegram about an update. */
	enum Taken {

		/** It is safe, or there is nothing in it for us: don't send it again. */
		SAFE,
		/** It could not be kept now: send it again. */
		COME_AGAIN,
		/** It is no update. */
		NOT_AN_UPDATE

	}

	Taken take(JsonNode json) {
		Optional<Update> update = Update.read(json);
		if (update.isEmpty()) {
			count(Update.OTHER, "malformed");
			LOG.warn("Telegram: something without an update_id was skipped");
			return Taken.NOT_AN_UPDATE;
		}
		Taken taken = take(update.get(), json);
		if (taken == Taken.SAFE) {
			update.get().callback().ifPresent(this.courtesies::answerCallback);
		}
		return taken;
	}

	private Taken take(Update update, JsonNode json) {
		try {
			return keep(update, json);
		}
		catch (DataAccessException ex) {
			LOG.debug("Update not kept: {}", ex.toString());
			count(update.kind(), "unsafe");
			return Taken.COME_AGAIN;
		}
	}

	private Taken keep(Update update, JsonNode json) {
		try {
			Optional<IncomingMessage> message = Translator.translate(update, this.clock.instant());
			if (message.isEmpty()) {
				count(update.kind(), "silence");
				if (update.kind().equals(Update.OTHER)) {
					LOG.info("Telegram: update {} is of a kind that is left alone", update.id());
				}
				return Taken.SAFE;
			}
			Inbox.Acceptance acceptance = this.inbox.accept(this.bot, update.id(), message.get());
			count(update.kind(), acceptance.name().toLowerCase(Locale.ROOT));
			return switch (acceptance) {
				case ACCEPTED, REPEATED -> Taken.SAFE;
				case FULL -> Taken.COME_AGAIN;
			};
		}
		catch (DataAccessException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			setAside(update, json, ex.getClass().getName());
			return Taken.SAFE;
		}
	}

	private void setAside(Update update, JsonNode json, String why) {
		Partition partition = Partition.of(this.bot + ":" + update.id());
		String raw = json.toString();
		Script.Answer answer = SET_ASIDE.run(this.redis,
				List.of(partition.key("u:" + this.bot + ":" + (update.id() >> 15)), partition.key("parked")),
				update.id(), raw.substring(0, Math.min(raw.length(), LONGEST_SET_ASIDE)), why);
		count(update.kind(), "parked");
		if (answer.is("parked")) {
			// No citizen's words in the log.
			LOG.error("Telegram: update {} of kind {} was set aside: {}", update.id(), update.kind(), why);
		}
	}

	private void count(String kind, String outcome) {
		this.metrics.counter("jauap.updates", "kind", kind, "outcome", outcome).increment();
	}

}
