package org.jauap.redis;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import redis.embedded.RedisExecProvider;

/**
 * A redis-server process on a folder's files, on the loopback interface.
 *
 * @param folder absolute; holds {@code redis.conf}, the binary, and what Redis writes
 * @param port where it listens
 * @param password that it requires
 */
record RedisDaemon(Path folder, int port, String password) {

	private static final long START_MILLIS = 30_000;

	private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(2);

	/** A new one: a free port, a random password, the binary in its place; not started yet. */
	static RedisDaemon prepare(Path folder) throws IOException {
		RedisDaemon daemon = new RedisDaemon(folder, freePort(), randomPassword());
		binary(folder);
		daemon.writeConf();
		return daemon;
	}

	/** The one that an earlier {@link #prepare} wrote the configuration of. */
	static RedisDaemon configured(Path folder) throws IOException {
		List<String> lines = Files.readAllLines(folder.resolve("redis.conf"));
		return new RedisDaemon(folder, Integer.parseInt(setting(lines, "port")), setting(lines, "requirepass"));
	}

	/** Never the password: this may end up in a log. */
	@Override
	public String toString() {
		return "redis-server on port " + this.port;
	}

	String url() {
		return "redis://:" + this.password + "@127.0.0.1:" + this.port;
	}

	/**
	 * Starts it and waits until it answers.
	 * @throws IOException if it doesn't, within half a minute
	 */
	void start() throws IOException, InterruptedException {
		Process process = new ProcessBuilder(this.folder.resolve("redis-server").toString(),
				this.folder.resolve("redis.conf").toString())
			.directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("redis.out").toFile())
			.start();
		long until = System.currentTimeMillis() + START_MILLIS;
		while (System.currentTimeMillis() < until && (process.isAlive() || process.exitValue() == 0)) {
			if (answers()) {
				return;
			}
			Thread.sleep(50);
		}
		throw new IOException("it did not answer; see " + this.folder.resolve("redis.log"));
	}

	/**
	 * Whether it runs and answers. While it still reads its files it listens but refuses; this waits for it then, since a
	 * second server on the same files would spoil them.
	 */
	boolean runs() throws InterruptedException {
		long until = System.currentTimeMillis() + START_MILLIS;
		while (listens() && System.currentTimeMillis() < until) {
			if (answers()) {
				return true;
			}
			if (!isLoading()) {
				return false;
			}
			Thread.sleep(200);
		}
		return false;
	}

	/** Stops it after it has written everything; it closes the connection instead of answering. */
	void stop() {
		RedisClient client = client();
		try (StatefulRedisConnection<String, String> connection = client.connect()) {
			connection.sync().shutdown(false);
		}
		catch (RedisException ex) {
			// Stopped, or never there.
		}
		finally {
			client.shutdown(0, 1, TimeUnit.SECONDS);
		}
	}

	/** Whether anything listens on its port. */
	boolean listens() {
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

	private RedisClient client() {
		return RedisClient.create(RedisURI.builder()
			.withHost("127.0.0.1")
			.withPort(this.port)
			.withPassword(this.password.toCharArray())
			.withTimeout(COMMAND_TIMEOUT)
			.build());
	}

	private void writeConf() throws IOException {
		Path conf = this.folder.resolve("redis.conf");
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
				# While it is rewritten everything waits longer: seldom, then.
				auto-aof-rewrite-min-size 268435456
				save ""
				maxmemory-policy noeviction
				hash-max-listpack-value 8192
				""".formatted(this.port, this.password, this.folder);
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

	private static String randomPassword() {
		byte[] bytes = new byte[24];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

}
