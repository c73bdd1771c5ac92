package org.jauap.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.FileSystemUtils;

/**
 * Start, memory, acceptance and acknowledgement of the packaged gateway, as one table, to the console and to
 * {@code target/bench/benchmarks.md}, with what JMH found about classification before. Everything runs on this machine:
 * gateway, Redis, Bot API server and load share its cores. Arguments: the jar, the folder for the table, and JMH's results.
 */
public final class GatewayBenchmarks {

	private static final String SECRET = "bench-secret";

	private final Path jar;

	private final Path folder;

	private final Path classification;

	private final List<String> rows = new ArrayList<>();

	private GatewayBenchmarks(Path jar, Path folder, Path classification) {
		this.jar = jar;
		this.folder = folder;
		this.classification = classification;
	}

	public static void main(String[] args) throws Exception {
		Path folder = Path.of(args[1]).toAbsolutePath();
		Files.createDirectories(folder);
		new GatewayBenchmarks(Path.of(args[0]).toAbsolutePath(), folder, Path.of(args[2])).run();
	}

	private void run() throws IOException, InterruptedException, ExecutionException {
		List<String> plain = List.of("-jar", this.jar.toString());
		try (Gateway first = start("starts", Map.of(), plain)) {
			row("first start, with training", "–", "%.1f s", first.start().toMillis() / 1e3);
		}
		try (Gateway second = start("starts", Map.of(), plain)) {
			row("second start of the jar", "≤ 10 s", "%.1f s", second.start().toMillis() / 1e3);
		}
		cached();
		load(plain);
		classification();
		String table = "| what | goal | measured |\n| --- | --- | --- |\n" + String.join("\n", this.rows) + "\n";
		Files.writeString(this.folder.resolve("benchmarks.md"), table);
		System.out.println("\n" + table);
	}

	/** What JMH wrote: one entry a benchmark, with percentiles in microseconds. */
	private void classification() throws IOException {
		if (!Files.exists(this.classification)) {
			return;
		}
		for (JsonNode benchmark : JsonMapper.shared().readTree(Files.readString(this.classification))) {
			String name = benchmark.path("benchmark").asString("").replaceAll(".*\\.", "");
			JsonNode percentiles = benchmark.path("primaryMetric").path("scorePercentiles");
			row("classification: " + name + ", median", "≤ 0.3 ms", "%.0f µs (p99 %.0f µs)",
					percentiles.path("50.0").asDouble(0), percentiles.path("99.0").asDouble(0));
		}
	}

	/** As the Docker image runs it: extracted, with an AOT cache and options for a small footprint. */
	private void cached() throws IOException, InterruptedException {
		Path app = this.folder.resolve("app");
		call("-Djarmode=tools", "-jar", this.jar.toString(), "extract", "--force", "--destination", app.toString());
		Path cache = this.folder.resolve("jauap.aot");
		Path extracted = app.resolve(this.jar.getFileName());
		List<String> options = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m");
		List<String> training = new ArrayList<>(options);
		training.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Dspring.context.exit=onRefresh", "-jar",
				extracted.toString()));
		Process process = new ProcessBuilder(java(training)).redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("aot.log").toFile())
			.directory(this.folder.toFile())
			.start();
		process.waitFor(5, TimeUnit.MINUTES);
		List<String> command = new ArrayList<>(options);
		command.addAll(List.of("-XX:AOTCache=" + cache, "-jar", extracted.toString()));
		try (Gateway gateway = start("starts", Map.of(), command)) {
			row("start with the AOT cache, as in the image", "≤ 5 s", "%.1f s", gateway.start().toMillis() / 1e3);
			TimeUnit.SECONDS.sleep(10);
			row("resident when idle, as in the image", "≤ 450 MB", "%d MB", gateway.residentMegabytes());
		}
	}

	private void load(List<String> command) throws IOException, InterruptedException, ExecutionException {
		// Updates that an earlier run numbered the same would count as repeated.
		FileSystemUtils.deleteRecursively(this.folder.resolve("load"));
		try (BotApiServer telegram = new BotApiServer()) {
			int port = freePort();
			Map<String, String> environment = Map.of("TELEGRAM_BOT_TOKEN", "4242:bench-token-bench-token-bench",
					"TELEGRAM_API_URL", telegram.url(), "TELEGRAM_WEBHOOK_URL", "http://localhost:" + port,
					"TELEGRAM_WEBHOOK_SECRET", SECRET, "TELEGRAM_RATE", "1000");
			try (Gateway gateway = Gateway.start(this.folder.resolve("load"), port, environment, command)) {
				Load load = new Load(port, SECRET, 32);
				acknowledge("warm-up", load, telegram, 6_000, 1_000_000);
				Load.Result acknowledged = acknowledge("acknowledged", load, telegram, 6_000, 2_000_000);
				row("… accepted meanwhile", "all", "%d of 6000", acknowledged.accepted());
				Load.Result steady = load.run(40_000, 2_000, 4_000_000);
				row("webhook acceptance at 2,000/s, p99", "< 50 ms", "%.1f ms (median %.1f ms, refused %d)",
						steady.millis(0.99), steady.millis(0.5), steady.refused());
				Load.Result most = load.run(60_000, 0, 3_000_000);
				row("webhook acceptance, as fast as it goes", "≥ 2,000/s", "%.0f/s", most.perSecond());
				row("resident after the load", "–", "%d MB", gateway.residentMegabytes());
			}
		}
	}

	/** 200 new questions a second; how long until the (fake) Telegram has the acknowledgement. */
	private Load.Result acknowledge(String name, Load load, BotApiServer telegram, int count, long firstChat)
			throws InterruptedException, ExecutionException {
		Load.Result result = load.run(count, 200, firstChat);
		long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (result.posted().stream().anyMatch(chat -> telegram.firstMessage(chat[0]) == null)
				&& System.nanoTime() < until) {
			TimeUnit.MILLISECONDS.sleep(100);
		}
		long[] waits = result.posted()
			.stream()
			.filter(chat -> telegram.firstMessage(chat[0]) != null)
			.mapToLong(chat -> telegram.firstMessage(chat[0]) - chat[1])
			.sorted()
			.toArray();
		if (!name.equals("warm-up")) {
			Load.Result all = new Load.Result(waits.length, 0, 1, waits, List.of());
			row("acknowledgement at Telegram at 200 new questions/s, p99", "< 1 s", "%.0f ms (median %.0f ms, %d of %d)",
					all.millis(0.99), all.millis(0.5), waits.length, count);
		}
		System.out.println(name + ": " + Arrays.stream(waits).count() + " acknowledged");
		return result;
	}

	private Gateway start(String data, Map<String, String> environment, List<String> command)
			throws IOException, InterruptedException {
		return Gateway.start(this.folder.resolve(data), freePort(), environment, command);
	}

	private void call(String... arguments) throws IOException, InterruptedException {
		new ProcessBuilder(java(List.of(arguments))).inheritIO().start().waitFor();
	}

	private static List<String> java(List<String> arguments) {
		List<String> line = new ArrayList<>(List.of(Gateway.java()));
		line.addAll(arguments);
		return line;
	}

	private void row(String what, String goal, String format, Object... measured) {
		String row = "| " + what + " | " + goal + " | " + format.formatted(measured) + " |";
		this.rows.add(row);
		System.out.println(row);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
