package org.jauap.redis;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.jauap.StartupProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A redis-server of the gateway's own for whoever has none: on the loopback interface, with a random password, every
 * write on disk before it is acknowledged. It outlives a killed gateway, and the next start finds it again; should it die
 * itself, it is started anew.
 */
final class EmbeddedRedis implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);

	private static final long WATCH_MILLIS = 1_000;

	private final RedisDaemon daemon;

	/** Held while this process uses the folder; the operating system lets go of it when the process dies. */
	private final FileChannel lock;

	private volatile boolean open = true;

	private EmbeddedRedis(RedisDaemon daemon, FileChannel lock) {
		this.daemon = daemon;
		this.lock = lock;
	}

	/** Finds the server that still runs on this folder's files, else starts one. */
	static EmbeddedRedis start(Path dataDir) {
		Path folder = writable(dataDir);
		FileChannel lock = lock(folder, dataDir);
		try {
			Optional<RedisDaemon> left = running(folder);
			EmbeddedRedis server = new EmbeddedRedis(left.isPresent() ? left.get() : launched(folder), lock);
			Thread.ofVirtual().name("embedded-redis").start(server::watch);
			return server;
		}
		catch (IOException ex) {
			throw new StartupProblem("The embedded Redis can't start (" + ex.getMessage()
					+ "): set REDIS_URL to a Redis of yours, version 7.0 or newer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StartupProblem("The start was interrupted", ex);
		}
	}

	/** {@code redis://…} with the password. */
	String url() {
		return this.daemon.url();
	}

	/** Stops the server after it has written everything. */
	@Override
	public void close() {
		this.open = false;
		this.daemon.stop();
		try {
			this.lock.close();
		}
		catch (IOException ex) {
			LOG.debug("Lock not given up: {}", ex.getMessage());
		}
	}

	/** Starts the server anew, on the same port, should it ever die: clients find it again by themselves. */
	private void watch() {
		while (this.open) {
			try {
				Thread.sleep(WATCH_MILLIS);
				if (this.open && !this.daemon.listens()) {
					LOG.warn("The embedded Redis is gone; it is started again");
					this.daemon.start();
				}
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (IOException ex) {
				LOG.error("The embedded Redis does not start again: {}", ex.getMessage());
			}
		}
	}

	private static Path writable(Path dataDir) {
		Path folder = dataDir.toAbsolutePath().normalize().resolve("redis");
		try {
			Files.createDirectories(folder);
			Files.delete(Files.createTempFile(folder, "probe", null));
			return folder;
		}
		catch (IOException ex) {
			throw new StartupProblem("DATA_DIR '" + dataDir + "' can't be written (" + ex.getClass().getSimpleName()
					+ "): make it writable for this user or set DATA_DIR to a folder that is", ex);
		}
	}

	private static FileChannel lock(Path folder, Path dataDir) {
		try {
			FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (channel.tryLock() == null) {
				channel.close();
				throw new StartupProblem("DATA_DIR '" + dataDir + "' is in use by another gateway: stop that one, choose "
						+ "another DATA_DIR, or let both share a Redis with REDIS_URL");
			}
			return channel;
		}
		catch (IOException | OverlappingFileLockException ex) {
			throw new StartupProblem("DATA_DIR '" + dataDir + "' can't be locked (" + ex + "): choose another", ex);
		}
	}

	/** The server that an earlier gateway left running on this folder, if there is one. */
	private static Optional<RedisDaemon> running(Path folder) throws IOException, InterruptedException {
		if (!Files.exists(folder.resolve("redis.conf"))) {
			return Optional.empty();
		}
		try {
			RedisDaemon left = RedisDaemon.configured(folder);
			if (left.runs()) {
				LOG.info("Embedded Redis still runs from before, on port {}", left.port());
				return Optional.of(left);
			}
		}
		catch (NoSuchElementException | NumberFormatException ex) {
			LOG.debug("A configuration that was cut off in the writing is written anew");
		}
		return Optional.empty();
	}

	private static RedisDaemon launched(Path folder) throws IOException, InterruptedException {
		RedisDaemon daemon = RedisDaemon.prepare(folder);
		daemon.start();
		return daemon;
	}

}
