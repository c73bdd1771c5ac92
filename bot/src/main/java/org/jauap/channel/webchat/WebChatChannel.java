package org.jauap.channel.webchat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Clock;

import org.jauap.channel.Attachment;
import org.jauap.channel.Channel;
import org.jauap.channel.Delivery;
import org.jauap.channel.OutgoingMessage;

import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Delivers into the chat's history. That is one idempotent script, so its outcome is never uncertain: an attempt cut off
 * by a crash is simply made again, and {@code beforeWrite} need not be asked.
 */
@Component
class WebChatChannel implements Channel {

	static final String NAME = "web";

	private final ChatHistory history;

	private final Clock clock;

	WebChatChannel(ChatHistory history, Clock clock) {
		this.history = history;
		this.clock = clock;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Delivery deliver(OutgoingMessage message, BeforeWrite beforeWrite) {
		this.history.show(message.conversation(), new ChatLine(message.id(), false, message.text(),
				message.language().code(), message.buttons(), this.clock.instant(), null, null));
		return new Delivery.Delivered(message.id());
	}

	@Override
	public Resource open(Attachment attachment) throws IOException {
		throw new FileNotFoundException("the web chat takes no files");
	}

}
