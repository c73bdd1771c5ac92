package org.jauap.channel.webchat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.jauap.channel.Button;
import org.jauap.channel.Channel;
import org.jauap.channel.ChannelContract;
import org.jauap.channel.Conversation;
import org.jauap.redis.RealRedis;
import org.jauap.text.RichText;

/** The channel contract for the web chat: what arrived is what its history shows. */
class WebChatContractTests extends ChannelContract {

	private final ChatHistory history = new ChatHistory(RealRedis.empty());

	private final Channel channel = new WebChatChannel(this.history, Clock.systemUTC());

	private final Conversation citizen = new Conversation("web", UUID.randomUUID().toString());

	@Override
	protected Channel channel() {
		return this.channel;
	}

	@Override
	protected Conversation conversation() {
		return this.citizen;
	}

	@Override
	protected List<String> arrived(Conversation conversation) {
		return lines(conversation).stream().map(line -> line.text().text()).toList();
	}

	@Override
	protected List<RichText.Bold> bold(Conversation conversation) {
		return lines(conversation).getLast().text().bold();
	}

	@Override
	protected List<List<String>> buttons(Conversation conversation) {
		return lines(conversation).getLast()
			.buttons()
			.stream()
			.map(row -> row.stream().map(button -> ((Button.Tap) button).data()).toList())
			.toList();
	}

	private List<ChatLine> lines(Conversation conversation) {
		return this.history.after(conversation, "").stream().map(ChatHistory.Shown::line).toList();
	}

}
