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

	private final Path folder;

	private final int port;

	private final String password;

	/** Held while this process uses the folder; the operating system lets go of it when the process dies. */
	private final FileChannel lock;

	private EmbeddedRedis(Path folder, int port, String password, FileChannel lock) {
		this.folder = folder;
		this.port = port;
		this.password = password;
		this.lock = lock;
	}

	/** Finds the server that still runs on this folder's files, else starts one. */
	static EmbeddedRedis start(Path dataDir) {
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

	/** Stops the server after it has written everything. */
	@Override
	public void close() {
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
			if (left.answers()) {
				LOG.info("Embedded Redis still runs from before, on port {}", left.port);
				return Optional.of(left);
			}
			return Optional.empty();
		}
		catch (IOException | RuntimeException ex) {
			return Optional.empty();
		}
	}

	private static EmbeddedRedis launch(Path folder, FileChannel lock) {
		try {
			EmbeddedRedis server = new EmbeddedRedis(folder, freePort(), password(), lock);
			Path binary = binary(folder);
			Path conf = writeConf(server);
			Process process = new ProcessBuilder(binary.toString(), conf.toString()).directory(folder.toFile())
				.redirectErrorStream(true)
				.redirectOutput(folder.resolve("redis.out").toFile())
				.start();
			server.awaitStart(process);
			return server;
		}
		catch (IOException ex) {
			throw new StartupProblem("The embedded Redis can't start (" + ex.getMessage()
					+ "): set REDIS_URL to a Redis of yours, version 7.0 or newer", ex);
		}
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

	private static Path writeConf(EmbeddedRedis server) throws IOException {
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
		return conf;
	}

	/** The binary that the library carries, kept beside the data: the library unpacks it anew into a temporary folder. */
	private static Path binary(Path folder) throws IOException {
		File carried = RedisExecProvider.defaultProvider().get();
		Path binary = folder.resolve("redis-server");
		Path fresh = folder.resolve("redis-server.new");
		Files.copy(carried.toPath(), fresh, StandardCopyOption.REPLACE_EXISTING);
		if (!fresh.toFile().setExecutable(true)) {
			throw new IOException(fresh + " can't be made executable");
		}
		Files.move(fresh, binary, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		return binary;
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
