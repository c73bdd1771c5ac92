package org.jauap.channel.telegram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

/**
 * A Bot API server for tests: keeps updates until they are confirmed, numbers what it is sent, and fails when it is told
 * to. Methods are told apart without regard to case, as by the real one. It may be reached under any base path.
 */
public final class FakeTelegram implements ResponseDefinitionTransformerV2, AutoCloseable {

	public static final String TOKEN = "4242:A-secret-that-nobody-may-ever-read";

	private final WireMockServer server;

	private final Map<String, Deque<ResponseDefinition>> next = new ConcurrentHashMap<>();

	private final List<Call> calls = new CopyOnWriteArrayList<>();

	private final List<JsonNode> updates = new CopyOnWriteArrayList<>();

	private final AtomicInteger messages = new AtomicInteger(1000);

	/** A call that came in. */
	public record Call(String method, JsonNode body) {
	}

	public FakeTelegram() {
		// It logs the addresses of requests that were broken off, and with them the token, which tests look for.
		((Logger) LoggerFactory.getLogger("org.eclipse.jetty")).setLevel(Level.OFF);
		this.server = new WireMockServer(
				WireMockConfiguration.options().dynamicPort().containerThreads(40).extensions(this));
		this.server.start();
		this.server.stubFor(any(anyUrl()).willReturn(aResponse()));
	}

	public String url() {
		return this.server.baseUrl();
	}

	/** A citizen's side of Telegram sends this update; its number is given here. */
	public void hasUpdate(String json) {
		this.updates.add(JsonMapper.shared().readTree(json));
	}

	/** The next call of the method is answered so, the calls after it as usual. */
	public FakeTelegram next(String method, ResponseDefinitionBuilder answer) {
		this.next.computeIfAbsent(key(method), name -> new ArrayDeque<>()).add(answer.build());
		return this;
	}

	public FakeTelegram nextSaysNo(String method, int code, String description) {
		return next(method, json(code, """
				{"ok": false, "error_code": %d, "description": "%s"}""".formatted(code, description)));
	}

	public FakeTelegram nextSaysQuiet(String method, int seconds) {
		return next(method, json(429, """
				{"ok": false, "error_code": 429, "description": "Too Many Requests: retry after %d",
				 "parameters": {"retry_after": %d}}""".formatted(seconds, seconds)));
	}

	public FakeTelegram nextBreaks(String method, Fault fault) {
		return next(method, aResponse().withFault(fault));
	}

	/** The bodies of all calls of this method, in order. */
	public List<JsonNode> calls(String method) {
		return this.calls.stream().filter(call -> call.method().equals(key(method))).map(Call::body).toList();
	}

	/** How many updates have not been confirmed. */
	public int unconfirmed() {
		return this.updates.size();
	}

	public void forget() {
		this.next.clear();
		this.calls.clear();
		this.updates.clear();
	}

	public static ResponseDefinitionBuilder json(int status, String body) {
		return aResponse().withStatus(status).withHeader("Content-Type", "application/json").withBody(body);
	}

	@Override
	public String getName() {
		return "fake-telegram";
	}

	@Override
	public synchronized ResponseDefinition transform(ServeEvent event) {
		String path = event.getRequest().getUrl().replaceFirst("\\?.*", "");
		if (path.contains("/file/bot" + TOKEN + "/")) {
			return aResponse().withBody("the file").build();
		}
		if (!path.contains("/bot" + TOKEN + "/")) {
			return json(404, "{\"ok\": false, \"error_code\": 404, \"description\": \"Not Found\"}").build();
		}
		String method = key(path.substring(path.lastIndexOf('/') + 1));
		JsonNode body = JsonMapper.shared().readTree(event.getRequest().getBodyAsString());
		this.calls.add(new Call(method, body));
		Deque<ResponseDefinition> scripted = this.next.getOrDefault(method, new ArrayDeque<>());
		return scripted.isEmpty() ? usual(method, body) : scripted.poll();
	}

	private ResponseDefinition usual(String method, JsonNode body) {
		return switch (method) {
			case "getme" -> ok("{\"id\": 4242, \"is_bot\": true, \"first_name\": \"Jauap\", \"username\": \"jauap_bot\"}").build();
			case "getupdates" -> updates(body.path("offset").asLong(0));
			case "sendmessage" -> ok(message(body, this.messages.incrementAndGet())).build();
			case "editmessagetext" -> ok(message(body, body.path("message_id").asInt(0))).build();
			case "getwebhookinfo" -> ok("{\"url\": \"\", \"pending_update_count\": 0}").build();
			case "getfile" -> ok("{\"file_id\": \"f\", \"file_size\": 8, \"file_path\": \"documents/scan.pdf\"}").build();
			default -> ok("true").build();
		};
	}

	private ResponseDefinition updates(long offset) {
		this.updates.removeIf(update -> update.path("update_id").asLong(0) < offset);
		List<JsonNode> pending = new ArrayList<>(this.updates);
		return ok(pending.toString()).withFixedDelay(pending.isEmpty() ? 50 : 0).build();
	}

	private static String message(JsonNode body, int id) {
		return """
				{"message_id": %d, "date": 1795000000, "chat": {"id": %s, "type": "private"}, "text": "…"}"""
			.formatted(id, body.path("chat_id").asString("0"));
	}

	private static ResponseDefinitionBuilder ok(String result) {
		return json(200, "{\"ok\": true, \"result\": " + result + "}");
	}

	private static String key(String method) {
		return method.toLowerCase(Locale.ROOT);
	}

	@Override
	public void close() {
		this.server.stop();
	}

}
