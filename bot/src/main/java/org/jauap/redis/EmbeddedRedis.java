package org.jauap.redis;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import org.jauap.StartupProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.RedisExecProvider;

/**
 * A redis-server of the gateway's own for whoever has none: on the loopback interface, with a random password, every
 * write on disk before it is acknowledged. It outlives a killed gateway, and the next start finds it again.
 */
final class EmbeddedRedis implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);

	private static final long START_MILLIS = 30_000;

	private static final long WATCH_MILLIS = 1_000;

	private final Path folder;

	private final int port;

	private final String password;

	/** Held while this process uses the folder; the operating system lets go of it when the process dies. */
	private final FileChannel lock;

	private volatile boolean open;

	private EmbeddedRedis(Path folder, int port, String password, FileChannel lock) {
		this.folder = folder;
		this.port = port;
		this.password = password;
		this.lock = lock;
	}

	/** Finds the server that still runs on this folder's files, else starts one. */
	static EmbeddedRedis start(Path dataDir) {
		EmbeddedRedis server = find(dataDir);
		server.open = true;
		Thread.ofVirtual().name("embedded-redis").start(server::watch);
		return server;
	}

	private static EmbeddedRedis find(Path dataDir) {
		Path folder = dataDir.toAbsolutePath().normalize().resolve("redis");
		try {
			Files.createDirectories(folder);
			Path probe = Files.createTempFile(folder, "probe", null);
			Files.delete(probe);
		}
		catch (IOException ex) {
			throw new StartupProblem("DATA_DIR '" + dataDir + "' can't be written (" + ex.getClass().getSimpleName()
					+ "): make it writable for this user or set DATA_DIR to a folder that is", ex);
		}
		FileChannel lock = lock(folder, dataDir);
		return running(folder, lock).orElseGet(() -> launch(folder, lock));
	}

	/** {@code redis://…} with the password. */
	String url() {
		return "redis://:" + this.password + "@127.0.0.1:" + this.port;
	}

	/** Starts the server anew, on the same port, should it ever die: clients find it again by themselves. */
	private void watch() {
		while (this.open) {
			try {
				Thread.sleep(WATCH_MILLIS);
				if (this.open && !listens()) {
					LOG.warn("The embedded Redis is gone; it is started again");
					awaitStart(launch());
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

	/** Stops the server after it has written everything. */
	@Override
	public void close() {
		this.open = false;
		RedisClient client = client();
		try (StatefulRedisConnection<String, String> connection = client.connect()) {
			connection.sync().shutdown(false);
		}
		catch (RedisException ex) {
			// It closes the connection instead of answering.
			LOG.debug("Embedded Redis stopped: {}", ex.getMessage());
		}
		finally {
			client.shutdown(0, 1, TimeUnit.SECONDS);
			unlock();
		}
	}

	private void unlock() {
		try {
			this.lock.close();
		}
		catch (IOException ex) {
			LOG.debug("Lock not given up: {}", ex.getMessage());
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

	private static Optional<EmbeddedRedis> running(Path folder, FileChannel lock) {
		Path conf = folder.resolve("redis.conf");
		if (!Files.exists(conf)) {
			return Optional.empty();
		}
		try {
			List<String> lines = Files.readAllLines(conf);
			EmbeddedRedis left = new EmbeddedRedis(folder, Integer.parseInt(setting(lines, "port")),
					setting(lines, "requirepass"), lock);
			// While it reads its files it listens but refuses to answer; a second server on the same files would spoil them.
			long until = System.currentTimeMillis() + START_MILLIS;
			while (left.listens() && System.currentTimeMillis() < until) {
				if (left.answers()) {
					LOG.info("Embedded Redis still runs from before, on port {}", left.port);
					return Optional.of(left);
				}
				if (!left.isLoading()) {
					return Optional.empty();
				}
				Thread.sleep(200);
			}
			return Optional.empty();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
		catch (IOException | RuntimeException ex) {
			return Optional.empty();
		}
	}

	private static EmbeddedRedis launch(Path folder, FileChannel lock) {
		try {
			EmbeddedRedis server = new EmbeddedRedis(folder, freePort(), password(), lock);
			binary(folder);
			writeConf(server);
			server.awaitStart(server.launch());
			return server;
		}
		catch (IOException ex) {
			throw new StartupProblem("The embedded Redis can't start (" + ex.getMessage()
					+ "): set REDIS_URL to a Redis of yours, version 7.0 or newer", ex);
		}
	}

	private Process launch() throws IOException {
		return new ProcessBuilder(this.folder.resolve("redis-server").toString(),
				this.folder.resolve("redis.conf").toString())
			.directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("redis.out").toFile())
			.start();
	}

	private void awaitStart(Process process) throws IOException {
		long until = System.currentTimeMillis() + START_MILLIS;
		while (System.currentTimeMillis() < until && (process.isAlive() || process.exitValue() == 0)) {
			if (answers()) {
				return;
			}
			try {
				Thread.sleep(50);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				break;
			}
		}
		throw new IOException("it did not answer; see " + this.folder.resolve("redis.log"));
	}

	private boolean listens() {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), 1_000);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Whether what listens there is this folder's server, still reading its files. */
	private boolean isLoading() {
		RedisClient client = client();
		try (StatefulRedisConnection<String, String> connection = client.connect()) {
			connection.sync().ping();
			return false;
		}
		catch (RedisException ex) {
			for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
				if (String.valueOf(cause.getMessage()).startsWith("LOADING")) {
					return true;
				}
			}
			return false;
		}
		finally {
			client.shutdown(0, 1, TimeUnit.SECONDS);
		}
	}

	private boolean answers() {
		if (!listens()) {
			return false;
		}
		RedisClient client = client();
		try (StatefulRedisConnection<String, String> connection = client.connect()) {
			// While it loads its files it refuses the command: not yet.
			return "PONG".equals(connection.sync().ping())
					&& this.folder.toString().equals(connection.sync().configGet("dir").get("dir"));
		}
		catch (RedisException ex) {
			return false;
		}
		finally {
			client.shutdown(0, 1, TimeUnit.SECONDS);
		}
	}

	private RedisClient client() {
		return RedisClient.create(RedisURI.builder()
			.withHost("127.0.0.1")
			.withPort(this.port)
			.withPassword(this.password.toCharArray())
			.withTimeout(java.time.Duration.ofSeconds(2))
			.build());
	}

	private static void writeConf(EmbeddedRedis server) throws IOException {
		Path conf = server.folder.resolve("redis.conf");
		String text = """
				# Written by the gateway at each start; changes are lost.
				bind 127.0.0.1
				port %d
				requirepass %s
				dir "%s"
				logfile redis.log
				pidfile redis.pid
				# A session of its own: what is typed at the gateway's terminal (Ctrl+C) does not stop it before the gateway.
				daemonize yes
				appendonly yes
				appendfsync always
				save ""
				maxmemory-policy noeviction
				hash-max-listpack-value 8192
				""".formatted(server.port, server.password, server.folder);
		Files.writeString(conf, text);
		if (conf.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.setPosixFilePermissions(conf, PosixFilePermissions.fromString("rw-------"));
		}
	}

	/** The binary that the library carries, kept beside the data: the library unpacks it anew into a temporary folder. */
	private static void binary(Path folder) throws IOException {
		File carried = RedisExecProvider.defaultProvider().get();
		Path binary = folder.resolve("redis-server");
		Path fresh = folder.resolve("redis-server.new");
		Files.copy(carried.toPath(), fresh, StandardCopyOption.REPLACE_EXISTING);
		if (!fresh.toFile().setExecutable(true)) {
			throw new IOException(fresh + " can't be made executable");
		}
		Files.move(fresh, binary, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}

	private static String setting(List<String> lines, String name) {
		return lines.stream()
			.filter(line -> line.startsWith(name + " "))
			.map(line -> line.substring(name.length() + 1).strip())
			.findFirst()
			.orElseThrow();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static String password() {
		byte[] bytes = new byte[24];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

}
