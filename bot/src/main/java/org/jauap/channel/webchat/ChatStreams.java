package org.jauap.channel.webchat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

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

	/** Proxies cut what is silent for longer, and a page that hears nothing for three of these opens another stream. */
	private static final long BEAT_SECONDS = 15;

	private static final long RECONNECT_MILLIS = 2_000;

	private final ChatHistory history;

	private final ScheduledExecutorService beats = Executors
		.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("chat-beats").factory());

	private final Map<Conversation, List<Stream>> streams = new ConcurrentHashMap<>();

	ChatStreams(ChatHistory history, Feed feed) {
		this.history = history;
		feed.onChat(id -> Thread.ofVirtual().start(() -> tell(Conversation.parse(id))));
		this.beats.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
	}

	/** A page opens; it has seen everything up to this place. */
	SseEmitter open(Conversation conversation, String place) {
		SseEmitter emitter = new SseEmitter(LASTS_MILLIS);
		Stream stream = new Stream(emitter, place);
		this.streams.compute(conversation, (id, open) -> {
			List<Stream> all = (open == null) ? new CopyOnWriteArrayList<>() : open;
			all.add(stream);
			return all;
		});
		Runnable close = () -> close(conversation, stream);
		emitter.onCompletion(close);
		emitter.onTimeout(close);
		emitter.onError(ex -> close.run());
		stream.beat();
		try {
			stream.catchUp(conversation);
		}
		catch (RuntimeException ex) {
			close.run();
			throw ex;
		}
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

	/** A page that doesn't read holds up nobody but itself. */
	private void beat() {
		this.streams.values().forEach(open -> open.forEach(stream -> Thread.ofVirtual().start(stream::beat)));
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
		this.beats.shutdownNow();
		this.streams.values().forEach(open -> open.forEach(stream -> stream.emitter.complete()));
	}

	private final class Stream {

		private final SseEmitter emitter;

		private String place;

		Stream(SseEmitter emitter, String place) {
			this.emitter = emitter;
			this.place = place;
		}

		/** Tells the page that the stream is alive; one that hears nothing for long opens another. */
		synchronized void beat() {
			try {
				this.emitter.send(SseEmitter.event().name("beat").data("").reconnectTime(RECONNECT_MILLIS));
			}
			catch (IOException | IllegalStateException ex) {
				this.emitter.completeWithError(ex);
			}
		}

		synchronized void catchUp(Conversation conversation) {
			try {
				for (ChatHistory.Shown shown : ChatStreams.this.history.after(conversation, this.place)) {
					this.emitter.send(SseEmitter.event()
						.id(shown.place())
						.name("line")
						.data(Bubble.of(shown.line()), MediaType.APPLICATION_JSON));
					this.place = shown.place();
				}
			}
			catch (IOException | IllegalStateException ex) {
				this.emitter.completeWithError(ex);
			}
		}

	}

}
