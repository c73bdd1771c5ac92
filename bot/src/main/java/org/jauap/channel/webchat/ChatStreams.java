package org.jauap.channel.webchat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jauap.channel.Conversation;
import org.jauap.redis.Feed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The open pages of the web chats: each is told every line once, from where it left off. */
@Component
class ChatStreams {

	private static final Logger LOG = LoggerFactory.getLogger(ChatStreams.class);

	/** Browsers reconnect by themselves; a stream that nobody reads any more is gone after this. */
	private static final long LASTS_MILLIS = 15 * 60_000L;

	private final ChatHistory history;

	private final Map<Conversation, List<Stream>> streams = new ConcurrentHashMap<>();

	ChatStreams(ChatHistory history, Feed feed) {
		this.history = history;
		feed.onChat(id -> Thread.ofVirtual().start(() -> tell(Conversation.parse(id))));
	}

	/** A page opens; it has seen everything up to this place. */
	SseEmitter open(Conversation conversation, String place) {
		SseEmitter emitter = new SseEmitter(LASTS_MILLIS);
		Stream stream = new Stream(emitter, place);
		this.streams.computeIfAbsent(conversation, id -> new CopyOnWriteArrayList<>()).add(stream);
		Runnable close = () -> close(conversation, stream);
		emitter.onCompletion(close);
		emitter.onTimeout(close);
		emitter.onError(ex -> close.run());
		stream.catchUp(conversation);
		return emitter;
	}

	private void tell(Conversation conversation) {
		try {
			this.streams.getOrDefault(conversation, List.of()).forEach(stream -> stream.catchUp(conversation));
		}
		catch (RuntimeException ex) {
			// The page catches up when it reconnects.
			LOG.warn("A chat page was not told: {}", ex.toString());
		}
	}

	private void close(Conversation conversation, Stream stream) {
		this.streams.computeIfPresent(conversation, (id, open) -> {
			open.remove(stream);
			return open.isEmpty() ? null : open;
		});
	}

	/** Open streams would hold up the shutdown. */
	@EventListener(ContextClosedEvent.class)
	void closeAll() {
		this.streams.values().forEach(open -> open.forEach(stream -> stream.emitter.complete()));
	}

	private final class Stream {

		private final SseEmitter emitter;

		private String place;

		Stream(SseEmitter emitter, String place) {
			this.emitter = emitter;
			this.place = place;
		}

		synchronized void catchUp(Conversation conversation) {
			try {
				for (ChatHistory.Shown shown : ChatStreams.this.history.after(conversation, this.place)) {
					this.emitter.send(SseEmitter.event()
						.id(shown.place())
						.name("line")
						.data(shown.line(), MediaType.APPLICATION_JSON));
					this.place = shown.place();
				}
			}
			catch (IOException | IllegalStateException ex) {
				this.emitter.completeWithError(ex);
			}
		}

	}

}
