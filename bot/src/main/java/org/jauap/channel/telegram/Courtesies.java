package org.jauap.channel.telegram;

import java.util.Map;
import java.util.concurrent.Semaphore;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * Calls that are good manners and nothing more: made beside everything else, and nothing hangs on them.
 */
class Courtesies {

	private static final int AT_ONCE = 64;

	private static final int TRIES_TO_LEAVE = 5;

	private final BotApi api;

	private final MeterRegistry metrics;

	private final Semaphore free = new Semaphore(AT_ONCE);

	Courtesies(BotApi api, MeterRegistry metrics) {
		this.api = api;
		this.metrics = metrics;
	}

	/** Ends the little clock on the button that was pressed. */
	void answerCallback(String id) {
		call("answerCallbackQuery", Map.of("callback_query_id", id), 1);
	}

	void leaveGroup(String chat) {
		call("leaveChat", Map.of("chat_id", chat), TRIES_TO_LEAVE);
	}

	private void call(String method, Map<String, String> parameters, int tries) {
		if (!this.free.tryAcquire()) {
			count(method, "dropped");
			return;
		}
		Thread.ofVirtual().name("telegram-courtesy").start(() -> {
			try {
				count(method, isDone(method, parameters, tries) ? "done" : "failed");
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			finally {
				this.free.release();
			}
		});
	}

	private boolean isDone(String method, Map<String, String> parameters, int tries) throws InterruptedException {
		BackOff backOff = new BackOff();
		for (int left = tries - 1; true; left--) {
			BotAnswer answer = this.api.call(method, parameters);
			boolean settled = answer instanceof BotAnswer.Yes
					|| answer instanceof BotAnswer.No no && no.code() != 429 && no.code() < 500;
			if (settled || left == 0) {
				return answer instanceof BotAnswer.Yes;
			}
			Thread.sleep((answer instanceof BotAnswer.No no && no.code() == 429) ? no.retryAfter() : backOff.next());
		}
	}

	private void count(String method, String outcome) {
		this.metrics.counter("jauap.telegram.courtesies", "method", method, "outcome", outcome).increment();
	}

}
