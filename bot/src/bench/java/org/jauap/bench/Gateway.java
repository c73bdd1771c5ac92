package org.jauap.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged gateway in a process of its own. */
final class Gateway implements AutoCloseable {

	private static final Duration LONGEST_START = Duration.ofMinutes(5);

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final Process process;

	private final String url;

	private final Duration start;

	private Gateway(Process process, String url, Duration start) {
		this.process = process;
		this.url = url;
		this.start = start;
	}

	/**
	 * Starts it and waits until it is ready.
	 * @param command the JVM's options and what it runs
	 */
	static Gateway start(Path data, int port, Map<String, String> environment, List<String> command)
			throws IOException, InterruptedException {
		List<String> line = new ArrayList<>(List.of(java()));
		line.addAll(command);
		ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true)
			.redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile());
		builder.environment().put("DATA_DIR", data.toString());
		builder.environment().put("MODELS_DIR", data.resolveSibling("models").toString());
		builder.environment().put("SERVER_PORT", Integer.toString(port));
		builder.environment().putAll(environment);
		long begun = System.nanoTime();
		Process process = builder.start();
		String url = "http://localhost:" + port;
		while (!ready(url)) {
			if (!process.isAlive() || System.nanoTime() - begun > LONGEST_START.toNanos()) {
				process.destroyForcibly();
				throw new IOException("the gateway did not start, see " + data.resolveSibling(data.getFileName() + ".log"));
			}
			TimeUnit.MILLISECONDS.sleep(50);
		}
		return new Gateway(process, url, Duration.ofNanos(System.nanoTime() - begun));
	}

	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	String url() {
		return this.url;
	}

	/** From the process' start until it said that it is ready. */
	Duration start() {
		return this.start;
	}

	/** Resident memory of the JVM in MB, as the kernel counts it. */
	long residentMegabytes() throws IOException {
		return Files.readAllLines(Path.of("/proc/" + this.process.pid() + "/status"))
			.stream()
			.filter(line -> line.startsWith("VmRSS:"))
			.mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
			.findFirst()
			.orElse(-1);
	}

	@Override
	public void close() throws InterruptedException {
		this.process.destroy();
		if (!this.process.waitFor(40, TimeUnit.SECONDS)) {
			this.process.destroyForcibly();
		}
	}

	private static boolean ready(String url) throws InterruptedException {
		try {
			return HTTP
				.send(HttpRequest.newBuilder(URI.create(url + "/actuator/health/readiness"))
					.timeout(Duration.ofSeconds(2))
					.build(), HttpResponse.BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
