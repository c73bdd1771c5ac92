package org.jauap.channel.telegram;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import okhttp3.HttpUrl;
import org.jauap.channel.Channel;
import org.jauap.channel.ChannelContract;
import org.jauap.channel.Conversation;
import org.jauap.text.RichText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** The channel contract for Telegram: what arrived is what the Bot API server was sent. */
class TelegramContractTests extends ChannelContract {

	private static final FakeTelegram TELEGRAM = new FakeTelegram();

	private final Conversation citizen = new Conversation("telegram", "7");

	private final Channel channel = channel(new BotApi(HttpUrl.get(TELEGRAM.url()), FakeTelegram.TOKEN));

	@BeforeEach
	void quiet() {
		TELEGRAM.forget();
	}

	@AfterAll
	static void stop() {
		TELEGRAM.close();
	}

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
		return sent().stream().map(message -> message.path("text").asString()).toList();
	}

	@Override
	protected List<RichText.Bold> bold(Conversation conversation) {
		return StreamSupport.stream(sent().getLast().path("entities").spliterator(), false)
			.filter(entity -> entity.path("type").asString().equals("bold"))
			.map(entity -> new RichText.Bold(entity.path("offset").asInt(), entity.path("length").asInt()))
			.toList();
	}

	@Override
	protected List<List<String>> buttons(Conversation conversation) {
		List<List<String>> rows = new ArrayList<>();
		sent().getLast().at("/reply_markup/inline_keyboard").forEach(row -> {
			List<String> data = new ArrayList<>();
			row.forEach(button -> data.add(button.path("callback_data").asString()));
			rows.add(data);
		});
		return rows;
	}

	private List<JsonNode> sent() {
		return TELEGRAM.calls("sendMessage");
	}

	private static Channel channel(BotApi api) {
		SimpleMeterRegistry metrics = new SimpleMeterRegistry();
		return new TelegramChannel(api, 30,
				CircuitBreaker.of("telegram", TelegramConfiguration.circuit(Duration.ofSeconds(10))),
				new Courtesies(api, metrics), new Link(Clock.systemUTC()), metrics);
	}

}
