package org.jauap.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/** A Bot API server that agrees to everything at once and remembers when each chat got its first message. */
final class BotApiServer implements AutoCloseable {

	private final HttpServer server;

	private final AtomicLong messages = new AtomicLong(1000);

	private final Map<Long, Long> firstMessage = new ConcurrentHashMap<>();

	BotApiServer() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	String url() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	/** When this chat got its first message, in {@link System#nanoTime()}; null: not yet. */
	@org.jspecify.annotations.Nullable
	Long firstMessage(long chat) {
		return this.firstMessage.get(chat);
	}

	private void answer(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readAllBytes();
		String path = exchange.getRequestURI().getPath();
		String method = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
		String result = switch (method) {
			case "getme" -> "{\"id\":4242,\"is_bot\":true,\"first_name\":\"Bench\",\"username\":\"bench_bot\"}";
			case "getwebhookinfo" -> "{\"url\":\"\",\"has_custom_certificate\":false,\"pending_update_count\":0}";
			case "getupdates" -> "[]";
			case "sendmessage" -> message(body);
			default -> "true";
		};
		byte[] json = ("{\"ok\":true,\"result\":" + result + "}").getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, json.length);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(json);
		}
	}

	private String message(byte[] body) {
		long at = System.nanoTime();
		long chat = JsonMapper.shared().readTree(body).path("chat_id").asLong(0);
		this.firstMessage.putIfAbsent(chat, at);
		return "{\"message_id\":%d,\"date\":1795500000,\"chat\":{\"id\":%d,\"type\":\"private\"}}"
			.formatted(this.messages.incrementAndGet(), chat);
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
