package org.jauap;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import org.awaitility.Awaitility;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The gateway in a process of its own, for tests of how it starts, stops and dies. */
public final class GatewayProcess implements AutoCloseable {

	private static final Duration START = Duration.ofSeconds(120);

	private static final Duration TRAINING = Duration.ofMinutes(6);

	/** Of the environment that the tests run in, only this is handed on. */
	private static final Set<String> ENVIRONMENT = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR");

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final Process process;

	private final Path output;

	private final int port;

	private final Path data;

	private final List<LettuceConnectionFactory> connections = new ArrayList<>();

	private GatewayProcess(Process process, Path output, int port, Path data) {
		this.process = process;
		this.output = output;
		this.port = port;
		this.data = data;
		Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
	}

	/**
	 * Starts it; it has the tests' model, a port of its own, and nothing else that {@code environment} doesn't say.
	 * @param folder working directory and place of its output; {@code data} in it is {@code DATA_DIR}
	 * @param options of the JVM
	 */
	public static GatewayProcess start(Path folder, Map<String, String> environment, String... options) {
		try {
			Path home = Files.createDirectories(folder.toAbsolutePath().normalize());
			Path output = home.resolve("output-" + System.nanoTime() + ".log");
			int port = freePort();
			ProcessBuilder builder = new ProcessBuilder(command(options)).directory(home.toFile())
				.redirectErrorStream(true)
				.redirectOutput(output.toFile());
			builder.environment().keySet().retainAll(ENVIRONMENT);
			builder.environment()
				.putAll(Map.of("SERVER_PORT", Integer.toString(port), "DATA_DIR", home.resolve("data").toString(),
						"MODELS_DIR", Path.of("target", "models").toAbsolutePath().toString()));
			builder.environment().putAll(environment);
			return new GatewayProcess(builder.start(), output, port, home.resolve("data"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Lets one train the tests' model if it isn't there, so that those that are started next find it. */
	public static void prepareModel(Path folder) {
		try (GatewayProcess trainer = start(folder.resolve("model"), Map.of(), "-Dspring.context.exit=onRefresh")) {
			assertThat(trainer.awaitEnd(TRAINING)).as(trainer.output()).isZero();
		}
	}

	/** Waits until it takes messages. */
	public GatewayProcess awaitReady() {
		Awaitility.await()
			.atMost(START)
			.pollInterval(Duration.ofMillis(100))
			.failFast(() -> assertThat(this.process.isAlive()).as(output()).isTrue())
			.until(() -> status("/actuator/health/readiness") == 200);
		return this;
	}

	/** Asks it to stop, as an operator does (SIGTERM). */
	public void terminate() {
		this.process.destroy();
	}

	/** As {@code kill -9}. */
	public void kill() {
		this.process.destroyForcibly();
	}

	/** Waits for its end; returns the exit code. */
	public int awaitEnd(Duration atMost) {
		try {
			if (this.process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
				return this.process.exitValue();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		throw new AssertionError("it still runs after " + atMost + ":\n" + output());
	}

	/** What it printed so far, both streams. */
	public String output() {
		try {
			return Files.readString(this.output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Its address. */
	public URI at(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	/** What is in its embedded Redis. */
	public StringRedisTemplate redis() {
		LettuceConnectionFactory factory = new LettuceConnectionFactory(
				LettuceConnectionFactory.createRedisConfiguration(RedisURI.create(redisUrl().orElseThrow())));
		factory.afterPropertiesSet();
		factory.start();
		this.connections.add(factory);
		return new StringRedisTemplate(factory);
	}

	/** The status that a GET of this path is answered with; 0 while nobody answers. */
	public int status(String path) {
		try {
			HttpRequest request = HttpRequest.newBuilder(at(path))
				.timeout(Duration.ofSeconds(10))
				.build();
			return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
		}
		catch (IOException ex) {
			return 0;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return 0;
		}
	}

	/** {@code REDIS_URL} of its embedded Redis, which outlives it when it is killed; empty before there is one. */
	public Optional<String> redisUrl() {
		Path conf = this.data.resolve("redis").resolve("redis.conf");
		if (!Files.exists(conf)) {
			return Optional.empty();
		}
		try {
			Properties settings = new Properties();
			settings.load(Files.newBufferedReader(conf));
			return Optional.of("redis://:" + settings.getProperty("requirepass") + "@127.0.0.1:"
					+ settings.getProperty("port"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Kills it, and its embedded Redis. */
	@Override
	public void close() {
		kill();
		awaitEnd(Duration.ofSeconds(10));
		this.connections.forEach(LettuceConnectionFactory::destroy);
		redisUrl().ifPresent(GatewayProcess::stop);
	}

	private static void stop(String redisUrl) {
		RedisClient client = RedisClient.create(redisUrl);
		try (StatefulRedisConnection<String, String> connection = client.connect()) {
			connection.sync().shutdown(false);
		}
		catch (RedisException ex) {
			// It is gone already, or closes the connection instead of answering.
		}
		finally {
			client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
		}
	}

	private static List<String> command(String... options) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx2g"));
		command.addAll(List.of(options));
		command.addAll(List.of("-cp", classPath(), Jauap.class.getName()));
		return command;
	}

	/** The application's, without the tests' own classes. */
	private static String classPath() {
		String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return Arrays.stream(all.split(File.pathSeparator))
			.filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes" + File.separator))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
