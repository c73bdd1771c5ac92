package org.jauap.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.stereotype.Component;

/**
 * What the scripts publish the moment something changed, heard by every instance. A hint, not a record: whoever missed
 * something finds it in Redis.
 */
@Component
public class Feed {

	/** Where an instance tells the others which model it uses now. */
	public static final String MODELS = "jauap:models";

	private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

	private final List<Consumer<String>> events = new CopyOnWriteArrayList<>();

	private final List<IntConsumer> wakes = new CopyOnWriteArrayList<>();

	private final List<Consumer<String>> chats = new CopyOnWriteArrayList<>();

	private final List<Consumer<String>> models = new CopyOnWriteArrayList<>();

	Feed(RedisMessageListenerContainer container) {
		container.addMessageListener((message, pattern) -> tell(this.events, text(message)),
				ChannelTopic.of("jauap:events"));
		container.addMessageListener((message, pattern) -> {
			int cell = Integer.parseInt(text(message));
			this.wakes.forEach(listener -> listener.accept(cell));
		}, ChannelTopic.of("jauap:wake"));
		container.addMessageListener((message, pattern) -> tell(this.chats, text(message)),
				ChannelTopic.of("jauap:chats"));
		container.addMessageListener((message, pattern) -> tell(this.models, text(message)), ChannelTopic.of(MODELS));
	}

	/** Calls the listener with the JSON text of every question event, in order; like all listeners it must not wait. */
	public void onEvent(Consumer<String> listener) {
		this.events.add(listener);
	}

	/** Calls the listener with the number of a cell in which something waits to be done. */
	public void onWake(IntConsumer listener) {
		this.wakes.add(listener);
	}

	/** Calls the listener with the id of a web chat in which there is something new to show. */
	public void onChat(Consumer<String> listener) {
		this.chats.add(listener);
	}

	/** Calls the listener with the version of a model that an instance has taken into use. */
	public void onModel(Consumer<String> listener) {
		this.models.add(listener);
	}

	private static void tell(List<Consumer<String>> listeners, String text) {
		for (Consumer<String> listener : listeners) {
			try {
				listener.accept(text);
			}
			catch (RuntimeException ex) {
				// One listener's failure never stops the next.
				LOG.warn("A listener failed: {}", ex.toString());
			}
		}
	}

	private static String text(Message message) {
		return new String(message.getBody(), StandardCharsets.UTF_8);
	}

}
