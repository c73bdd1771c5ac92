package org.jauap.question;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.jauap.account.Official;
import org.jauap.redis.Feed;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * What changes, as it changes, for whoever has a stream open: each hears of the questions that they may read, and of
 * those that just left a queue they may read. A hint, not a record: after a gap a client reads its list anew.
 */
@Component
public class LiveEvents {

	/** Proxies cut what is silent for longer. */
	private static final Duration HEARTBEAT = Duration.ofSeconds(15);

	/** A client comes back after this, and its right is looked at again. */
	private static final Duration LONGEST_STREAM = Duration.ofMinutes(2);

	/** Events a slow client may lag behind; then its stream ends and it reads its list anew. */
	private static final int LONGEST_LAG = 1_000;

	private final Set<Stream> streams = ConcurrentHashMap.newKeySet();

	private volatile boolean closed;

	LiveEvents(Feed feed) {
		feed.onEvent(this::tell);
	}

	/**
	 * Opens a stream of what the official may see.
	 * @param form an event as the client wants it
	 */
	public SseEmitter open(Official official, Function<QuestionEvent, SseEmitter.SseEventBuilder> form) {
		SseEmitter emitter = new SseEmitter(LONGEST_STREAM.toMillis());
		Stream stream = new Stream(official, form, emitter, new LinkedBlockingQueue<>(LONGEST_LAG));
		emitter.onCompletion(() -> this.streams.remove(stream));
		emitter.onTimeout(emitter::complete);
		this.streams.add(stream);
		if (this.closed) {
			emitter.complete();
			return emitter;
		}
		Thread.ofVirtual().name("live-events").start(() -> run(stream));
		return emitter;
	}

	/** Open streams would hold up a graceful shutdown. */
	@EventListener(ContextClosedEvent.class)
	void close() {
		this.closed = true;
		this.streams.forEach(stream -> stream.emitter().complete());
	}

	private void tell(String json) {
		if (this.streams.isEmpty()) {
			return;
		}
		QuestionEvent event = JsonMapper.shared().readValue(json, QuestionEvent.class);
		for (Stream stream : this.streams) {
			if (stream.maySee(event) && !stream.waiting().offer(event)) {
				this.streams.remove(stream);
				// What it has not sent yet may keep it waiting; the feed must not wait with it.
				Thread.ofVirtual().name("live-events-end").start(stream.emitter()::complete);
			}
		}
	}

	private void run(Stream stream) {
		try {
			stream.emitter().send(SseEmitter.event().comment("open").reconnectTime(2_000));
			while (this.streams.contains(stream)) {
				QuestionEvent event = stream.waiting().poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
				stream.emitter()
					.send((event == null) ? SseEmitter.event().comment("still here") : stream.form().apply(event));
			}
		}
		catch (IOException | IllegalStateException ex) {
			// The client has gone, or the stream has ended: either way there is nobody to tell.
			this.streams.remove(stream);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** One open stream, and what it has not been sent yet. */
	private record Stream(Official official, Function<QuestionEvent, SseEmitter.SseEventBuilder> form,
			SseEmitter emitter, BlockingQueue<QuestionEvent> waiting) {

		boolean maySee(QuestionEvent event) {
			return this.official.mayRead(event.agency()) || this.official.mayRead(event.previousAgency());
		}

		@Override
		public boolean equals(Object other) {
			return this == other;
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(this);
		}

	}

}
