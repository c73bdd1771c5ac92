package org.jauap.channel.telegram;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.jauap.redis.Ownership;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Sees to it that exactly one instance is on duty for the bot, by a lease in Redis that is renewed while the duty is
 * done; a killed instance is replaced when its lease runs out.
 */
class Watch implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

	private static final int LEASE_MILLIS = 10_000;

	private static final int RENEWAL_MILLIS = 2_500;

	private static final Duration STOP_PATIENCE = Duration.ofSeconds(8);

	private final Ownership ownership;

	private final String lease;

	private final Duty duty;

	private final Object bell = new Object();

	private volatile boolean running;

	private volatile boolean onDuty;

	private Thread keeper = Thread.currentThread();

	private Thread worker = Thread.currentThread();

	Watch(Ownership ownership, String lease, Duty duty) {
		this.ownership = ownership;
		this.lease = lease;
		this.duty = duty;
	}

	@Override
	public void start() {
		this.running = true;
		this.keeper = Thread.ofVirtual().name("telegram-watch").start(this::keep);
	}

	@Override
	public void stop() {
		this.running = false;
		ring();
		try {
			this.keeper.join(STOP_PATIENCE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** The first to stop: nothing more is taken in while the rest finishes what it has. */
	@Override
	public int getPhase() {
		return Ownership.PHASE + 10;
	}

	boolean isOnDuty() {
		return this.onDuty;
	}

	private void keep() {
		long heldUntil = System.nanoTime();
		while (this.running) {
			long asked = System.nanoTime();
			try {
				heldUntil = this.ownership.hold(this.lease, LEASE_MILLIS)
						? asked + TimeUnit.MILLISECONDS.toNanos(LEASE_MILLIS) : asked;
			}
			catch (RuntimeException ex) {
				LOG.debug("Telegram's lease not renewed: {}", ex.toString());
			}
			boolean held = System.nanoTime() - heldUntil < 0;
			if (held && !this.onDuty) {
				goOnDuty();
			}
			else if (!held && this.onDuty) {
				goOffDuty();
			}
			rest(RENEWAL_MILLIS, () -> this.running);
		}
		if (this.onDuty) {
			goOffDuty();
			giveUp();
		}
	}

	private void goOnDuty() {
		this.onDuty = true;
		this.worker = Thread.ofVirtual().name("telegram-duty").unstarted(this::work);
		this.worker.start();
	}

	private void goOffDuty() {
		this.onDuty = false;
		this.duty.cancel();
		ring();
		try {
			this.worker.join(STOP_PATIENCE.minusSeconds(2));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void giveUp() {
		try {
			this.ownership.release(this.lease);
		}
		catch (RuntimeException ex) {
			LOG.debug("Telegram's lease not given up, it runs out by itself: {}", ex.toString());
		}
	}

	private void work() {
		this.duty.begin();
		while (this.onDuty && this.worker == Thread.currentThread()) {
			Duration wait;
			try {
				wait = this.duty.perform();
			}
			catch (RuntimeException ex) {
				// Nothing ends the duty but the lease: a surprise must not leave citizens unheard.
				LOG.error("Telegram: a surprise, going on in a while", ex);
				wait = Duration.ofSeconds(5);
			}
			rest(wait.toMillis(), () -> this.onDuty);
		}
	}

	private void rest(long millis, BooleanSupplier goOn) {
		long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
		synchronized (this.bell) {
			try {
				for (long left = millis; left > 0 && goOn.getAsBoolean(); left = TimeUnit.NANOSECONDS
					.toMillis(until - System.nanoTime())) {
					this.bell.wait(left);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private void ring() {
		synchronized (this.bell) {
			this.bell.notifyAll();
		}
	}

}
