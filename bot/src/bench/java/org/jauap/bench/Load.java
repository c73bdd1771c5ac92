package org.jauap.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Updates posted to the webhook over keep-alive connections, in the open: the next one goes when its time has come. */
final class Load {

	private static final AtomicLong UPDATES = new AtomicLong(100_000_000);

	/** What people write, and each of it somebody's clear matter. */
	private static final List<String> WORDS = List.of("во дворе уже неделю не вывозят мусор, контейнеры переполнены",
			"аулада бір апта бойы қоқыс шығарылмайды, контейнерлер толып кетті",
			"the garbage containers in our yard are full, rubbish was not collected for a week",
			"не приходит пенсия второй месяц, куда обращаться пенсионеру", "яма на дороге пробил колесо");

	private final int port;

	private final String secret;

	private final int connections;

	Load(int port, String secret, int connections) {
		this.port = port;
		this.secret = secret;
		this.connections = connections;
	}

	/**
	 * What came of it.
	 *
	 * @param accepted how many were answered with 200
	 * @param refused how many were not
	 * @param seconds how long it took
	 * @param latencies from the moment a request was due until its answer, sorted, in nanoseconds
	 * @param posted chat → when its update was due, {@link System#nanoTime()}
	 */
	record Result(long accepted, long refused, double seconds, long[] latencies, List<long[]> posted) {

		double perSecond() {
			return this.accepted / this.seconds;
		}

		/** A percentile of the latencies in milliseconds. */
		double millis(double share) {
			return (this.latencies.length == 0) ? 0
					: this.latencies[(int) Math.min(this.latencies.length - 1, this.latencies.length * share)] / 1e6;
		}

	}

	/** @param perSecond updates a second; 0: as many as go */
	Result run(int count, int perSecond, long firstChat) throws InterruptedException, ExecutionException {
		AtomicLong next = new AtomicLong();
		long begun = System.nanoTime();
		try (ExecutorService threads = Executors.newFixedThreadPool(this.connections)) {
			List<Callable<Result>> parts = new ArrayList<>();
			for (int i = 0; i < this.connections; i++) {
				parts.add(() -> post(next, count, perSecond, begun, firstChat));
			}
			List<Future<Result>> results = threads.invokeAll(parts);
			return sum(results, (System.nanoTime() - begun) / 1e9);
		}
	}

	private Result post(AtomicLong next, int count, int perSecond, long begun, long firstChat) throws IOException {
		List<Long> latencies = new ArrayList<>();
		List<long[]> posted = new ArrayList<>();
		long accepted = 0;
		long refused = 0;
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setTcpNoDelay(true);
			InputStream in = new BufferedInputStream(socket.getInputStream());
			OutputStream out = socket.getOutputStream();
			for (long i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
				long due = (perSecond == 0) ? System.nanoTime() : begun + i * 1_000_000_000L / perSecond;
				for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
					LockSupport.parkNanos(wait);
				}
				posted.add(new long[] { firstChat + i, due });
				out.write(request(firstChat + i, WORDS.get((int) (i % WORDS.size()))));
				if (isAccepted(in)) {
					accepted++;
				}
				else {
					refused++;
				}
				latencies.add(System.nanoTime() - due);
			}
		}
		return new Result(accepted, refused, 0, latencies.stream().mapToLong(Long::longValue).toArray(), posted);
	}

	private byte[] request(long chat, String words) {
		long update = UPDATES.incrementAndGet();
		byte[] body = """
				{"update_id":%1$d,"message":{"message_id":%3$d,"date":1795500000,"chat":{"id":%2$d,"type":"private"},\
				"from":{"id":%2$d,"is_bot":false,"first_name":"A","language_code":"ru"},"text":"%4$s"}}"""
			.formatted(update, chat, update % 1_000_000, words)
			.getBytes(StandardCharsets.UTF_8);
		byte[] head = """
				POST /webhooks/telegram HTTP/1.1\r
				Host: localhost\r
				Content-Type: application/json\r
				X-Telegram-Bot-Api-Secret-Token: %s\r
				Content-Length: %d\r
				\r
				""".formatted(this.secret, body.length).getBytes(StandardCharsets.US_ASCII);
		byte[] all = Arrays.copyOf(head, head.length + body.length);
		System.arraycopy(body, 0, all, head.length, body.length);
		return all;
	}

	/** Reads one answer; its body is empty, or as long as it says. */
	private static boolean isAccepted(InputStream in) throws IOException {
		String status = line(in);
		int length = 0;
		for (String header = line(in); !header.isEmpty(); header = line(in)) {
			if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
				length = Integer.parseInt(header.substring(15).strip());
			}
		}
		in.readNBytes(length);
		return status.startsWith("HTTP/1.1 200");
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int read = in.read(); read != '\n'; read = in.read()) {
			if (read < 0) {
				throw new IOException("the connection was closed");
			}
			if (read != '\r') {
				line.append((char) read);
			}
		}
		return line.toString();
	}

	private static Result sum(List<Future<Result>> parts, double seconds)
			throws InterruptedException, ExecutionException {
		long accepted = 0;
		long refused = 0;
		List<long[]> latencies = new ArrayList<>();
		List<long[]> posted = new ArrayList<>();
		for (Future<Result> part : parts) {
			accepted += part.get().accepted();
			refused += part.get().refused();
			latencies.add(part.get().latencies());
			posted.addAll(part.get().posted());
		}
		long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
		return new Result(accepted, refused, seconds, all, posted);
	}

}
