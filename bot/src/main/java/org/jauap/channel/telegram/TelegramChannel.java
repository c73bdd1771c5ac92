package org.jauap.channel.telegram;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import org.jauap.channel.Attachment;
import org.jauap.channel.Channel;
import org.jauap.channel.Delivery;
import org.jauap.channel.OutgoingMessage;
import org.jauap.text.RichText;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.Resource;

/** Sends by the Bot API: plain text with entities, so that nothing anybody types can break or forge a message. */
class TelegramChannel implements Channel {

	static final String NAME = "telegram";

	/** <a href="https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this">One a second and chat</a>. */
	private static final int REST_MILLIS = 1_000;

	private static final long LARGEST_FILE = 20_000_000;

	private static final Duration WHILE_CLOSED = Duration.ofSeconds(10);

	private final BotApi api;

	private final int messagesPerSecond;

	private final CircuitBreaker circuit;

	private final Courtesies courtesies;

	private final Link link;

	private final MeterRegistry metrics;

	TelegramChannel(BotApi api, int messagesPerSecond, CircuitBreaker circuit, Courtesies courtesies, Link link,
			MeterRegistry metrics) {
		this.api = api;
		this.messagesPerSecond = messagesPerSecond;
		this.circuit = circuit;
		this.courtesies = courtesies;
		this.link = link;
		this.metrics = metrics;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public int messagesPerSecond() {
		return this.messagesPerSecond;
	}

	@Override
	public int restMillis() {
		return REST_MILLIS;
	}

	@Override
	public Delivery deliver(OutgoingMessage message, BeforeWrite beforeWrite) {
		Delivery delivery = through(message, beforeWrite);
		this.metrics.counter("jauap.telegram.sends", "outcome", Outcome.name(delivery)).increment();
		boolean settled = !(delivery instanceof Delivery.TryLater || delivery instanceof Delivery.Throttled);
		if (settled && isGroup(message)) {
			this.courtesies.leaveGroup(message.conversation().chat());
		}
		return delivery;
	}

	private Delivery through(OutgoingMessage message, BeforeWrite beforeWrite) {
		if (!this.circuit.tryAcquirePermission()) {
			return new Delivery.TryLater(WHILE_CLOSED, "Telegram can't be reached");
		}
		boolean told = false;
		try {
			BotAnswer answer = send(message, beforeWrite);
			tell(answer);
			told = true;
			return Outcome.of(answer, Optional.ofNullable(message.replaces()).orElse(""));
		}
		finally {
			if (!told) {
				this.circuit.releasePermission();
			}
		}
	}

	private BotAnswer send(OutgoingMessage message, BeforeWrite gate) {
		if (message.replaces() == null) {
			return this.api.call("sendMessage", newMessage(message), BotApi.PATIENCE, gate);
		}
		BotAnswer answer = this.api.call("editMessageText", edit(message, message.replaces()), BotApi.PATIENCE, gate);
		// What the citizen deleted can't be changed; the words still have to reach them.
		return Outcome.isNothingToEdit(answer)
				? this.api.call("sendMessage", newMessage(message), BotApi.PATIENCE, gate) : answer;
	}

	/** The circuit is about whether Telegram can be reached, the link also about what it says. */
	private void tell(BotAnswer answer) {
		switch (answer) {
			case BotAnswer.HeldBack _ -> this.circuit.releasePermission();
			case BotAnswer.Silence silence -> {
				this.circuit.onError(0, TimeUnit.MILLISECONDS, new IOException(silence.why()));
				this.link.fails(Link.Part.SENDING, silence.why());
			}
			case BotAnswer.Foreign foreign -> {
				this.circuit.onSuccess(0, TimeUnit.MILLISECONDS);
				this.link.fails(Link.Part.SENDING, foreign.toString());
			}
			case BotAnswer.No no -> {
				this.circuit.onSuccess(0, TimeUnit.MILLISECONDS);
				if (no.isTokenRefused()) {
					this.link.fails(Link.Part.TOKEN, no.toString());
				}
				else if (no.code() >= 500) {
					this.link.fails(Link.Part.SENDING, no.toString());
				}
			}
			case BotAnswer.Yes _ -> {
				this.circuit.onSuccess(0, TimeUnit.MILLISECONDS);
				this.link.works(Link.Part.SENDING);
				this.link.works(Link.Part.TOKEN);
			}
		}
	}

	private static SendMessage newMessage(OutgoingMessage message) {
		return SendMessage.builder()
			.chatId(message.conversation().chat())
			.text(message.text().text())
			.entities(entities(message.text()))
			.linkPreviewOptions(noPreview())
			.disableNotification(message.silent() ? true : null)
			.replyMarkup(Keyboard.of(message.buttons()))
			.build();
	}

	private static EditMessageText edit(OutgoingMessage message, String replaced) {
		return EditMessageText.builder()
			.chatId(message.conversation().chat())
			.messageId(Integer.valueOf(replaced))
			.text(message.text().text())
			.entities(entities(message.text()))
			.linkPreviewOptions(noPreview())
			.replyMarkup(Keyboard.of(message.buttons()))
			.build();
	}

	private static List<MessageEntity> entities(RichText text) {
		return text.bold()
			.stream()
			.filter(stretch -> stretch.length() > 0)
			.map(stretch -> new MessageEntity("bold", stretch.offset(), stretch.length()))
			.toList();
	}

	private static LinkPreviewOptions noPreview() {
		return LinkPreviewOptions.builder().isDisabled(true).build();
	}

	private static boolean isGroup(OutgoingMessage message) {
		return message.conversation().chat().startsWith("-");
	}

	@Override
	public Resource open(Attachment attachment) throws IOException {
		if (attachment.fileId().isEmpty()) {
			throw new IOException("there is no file behind a " + attachment.kind());
		}
		if (attachment.size() != null && attachment.size() > LARGEST_FILE) {
			throw tooLarge();
		}
		BotAnswer answer = this.api.call("getFile", Map.of("file_id", attachment.fileId()));
		if (answer instanceof BotAnswer.Yes(JsonNode file) && file.path("file_path").isString()) {
			long size = file.path("file_size").asLong(-1);
			if (size > LARGEST_FILE) {
				throw tooLarge();
			}
			return new TelegramFile(this.api, file.path("file_path").stringValue(), size, attachment.name());
		}
		if (answer instanceof BotAnswer.No no && no.description().contains("too big")) {
			throw tooLarge();
		}
		throw new IOException("Telegram does not hand the file out: " + answer);
	}

	private static IOException tooLarge() {
		return new IOException("the file is larger than 20 MB, and Telegram hands out no larger ones to bots");
	}

}
