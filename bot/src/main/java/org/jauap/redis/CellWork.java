package org.jauap.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * Does something in every cell that this instance owns: when a script says that there is work, else once a second. One
 * thread a cell, so what happens within a cell happens in order.
 */
public final class CellWork {

	private static final Logger LOG = LoggerFactory.getLogger(CellWork.class);

	private static final long LOOK_MILLIS = 1_000;

	/** All cells fail together when Redis is away; one of them says so, at most this often. */
	private static final long SAID_AGAIN_NANOS = TimeUnit.MINUTES.toNanos(1);

	private final String name;

	private final Ownership ownership;

	private final Task task;

	private final List<Semaphore> signals = new ArrayList<>();

	private final List<Thread> threads = new ArrayList<>();

	private final AtomicLong saidAt = new AtomicLong(System.nanoTime() - SAID_AGAIN_NANOS);

	private volatile boolean running;

	public CellWork(String name, Ownership ownership, Feed feed, Task task) {
		this.name = name;
		this.ownership = ownership;
		this.task = task;
		Partition.all().forEach(partition -> this.signals.add(new Semaphore(0)));
		feed.onWake(cell -> this.signals.get(cell).release());
	}

	/** The work in one cell. */
	@FunctionalInterface
	public interface Task {

		/**
		 * Does what there is to do.
		 * @return when there will be more, in milliseconds from now at the latest; negative: nothing is known of
		 */
		long work(Partition partition, long token);

	}

	public void start() {
		this.running = true;
		for (Partition partition : Partition.all()) {
			this.threads.add(
					Thread.ofVirtual().name(this.name + "-" + partition.number()).start(() -> run(partition)));
		}
	}

	/** Lets what is in hand come to its end, at most this long. */
	public void stop(long millis) {
		this.running = false;
		this.signals.forEach(Semaphore::release);
		long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
		try {
			for (Thread thread : this.threads) {
				thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.threads.clear();
	}

	public boolean isRunning() {
		return this.running;
	}

	/** There is work in this cell. */
	public void wake(Partition partition) {
		this.signals.get(partition.number()).release();
	}

	private void run(Partition partition) {
		Semaphore signal = this.signals.get(partition.number());
		while (this.running) {
			long next = work(partition);
			try {
				if (signal.tryAcquire((next < 0) ? LOOK_MILLIS : Math.min(next, LOOK_MILLIS), TimeUnit.MILLISECONDS)) {
					signal.drainPermits();
				}
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	private long work(Partition partition) {
		OptionalLong token = this.ownership.token(partition);
		if (token.isEmpty()) {
			return LOOK_MILLIS;
		}
		try {
			return this.task.work(partition, token.getAsLong());
		}
		catch (DataAccessException ex) {
			long said = this.saidAt.get();
			if (System.nanoTime() - said >= SAID_AGAIN_NANOS && this.saidAt.compareAndSet(said, System.nanoTime())) {
				LOG.warn("{} in cell {} and maybe others waits for Redis: {}", this.name, partition.number(),
						NestedExceptionUtils.getMostSpecificCause(ex).toString());
			}
			return LOOK_MILLIS;
		}
		catch (RuntimeException ex) {
			LOG.warn("Cell {}: {} goes on in a second: {}", partition.number(), this.name, ex.toString());
			return LOOK_MILLIS;
		}
	}

}
