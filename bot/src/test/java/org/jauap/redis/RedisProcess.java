package org.jauap.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import redis.embedded.RedisExecProvider;

/** An external Redis, set up as {@code docker/redis.conf} says: a test may kill it and start it again on its files. */
public final class RedisProcess implements AutoCloseable {

	private static final Duration START = Duration.ofSeconds(30);

	private final List<String> command = new ArrayList<>();

	private final Path folder;

	private final int port;

	private Process process;

	private RedisProcess(Path folder, int port, String... settings) throws IOException {
		this.folder = folder.toAbsolutePath().normalize();
		this.port = port;
		Files.createDirectories(this.folder);
		this.command.addAll(List.of(RedisExecProvider.defaultProvider().get().getPath(),
				Path.of("..", "docker", "redis.conf").toAbsolutePath().normalize().toString(), "--bind", "127.0.0.1",
				"--port", Integer.toString(port)));
		this.command.addAll(List.of(settings));
		this.process = launch();
		Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
	}

	/**
	 * Starts one; it ends with this JVM at the latest.
	 * @param folder for its files
	 * @param settings beside those of {@code docker/redis.conf}, e.g. {@code --maxmemory-policy allkeys-lru}
	 */
	public static RedisProcess start(Path folder, String... settings) {
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			int port = free.getLocalPort();
			free.close();
			return new RedisProcess(folder, port, settings);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	/** Its {@code REDIS_URL}. */
	public String url() {
		return "redis://127.0.0.1:" + this.port;
	}

	/** As {@code kill -9}. */
	public void kill() {
		this.process.destroyForcibly();
		try {
			this.process.waitFor(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Starts it again on the same port and files. */
	public void startAgain() {
		try {
			this.process = launch();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		kill();
	}

	private Process launch() throws IOException {
		Process launched = new ProcessBuilder(this.command).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.folder.resolve("redis.log").toFile()))
			.start();
		Awaitility.await().atMost(START).pollInterval(Duration.ofMillis(20)).until(this::answers);
		return launched;
	}

	private boolean answers() {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(1_000);
			socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
			// While it reads its files it answers -LOADING, and -NOAUTH where it wants a password.
			byte[] answer = socket.getInputStream().readNBytes(5);
			return List.of("+PONG", "-NOAU").contains(new String(answer, StandardCharsets.US_ASCII));
		}
		catch (IOException ex) {
			return false;
		}
	}

}
