package org.jauap.channel.telegram;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jauap.channel.Channel;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls a Bot API server, once, and says what came of it; only a gate's own exception comes through. The bot's token
 * stands in every address, so no address and no exception of a call leaves this class.
 */
class BotApi {

	static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);

	private static final int CONNECTIONS_KEPT = 64;

	private static final Duration DEFAULT_PAUSE = Duration.ofSeconds(3);

	private static final MediaType JSON = MediaType.get("application/json");

	/** The library's request types carry the annotations of Jackson 2. */
	private static final ObjectMapper REQUESTS = new ObjectMapper();

	private final OkHttpClient http;

	private final HttpUrl base;

	private final String token;

	BotApi(HttpUrl base, String token) {
		this.base = base;
		this.token = token;
		this.http = new OkHttpClient.Builder().retryOnConnectionFailure(false)
			.followRedirects(false)
			.followSslRedirects(false)
			.protocols(List.of(Protocol.HTTP_1_1))
			.connectionPool(new ConnectionPool(CONNECTIONS_KEPT, 5, TimeUnit.MINUTES))
			.connectTimeout(CONNECT_PATIENCE)
			.readTimeout(PATIENCE)
			.writeTimeout(PATIENCE)
			.callTimeout(PATIENCE)
			.build();
	}

	/** Scheme, host and path of the server, for messages to the operator. */
	String server() {
		return this.base.toString().replaceAll("/$", "");
	}

	BotAnswer call(String method, Object parameters) {
		return call(method, parameters, PATIENCE, () -> true);
	}

	BotAnswer call(String method, Object parameters, Duration patience) {
		return call(method, parameters, patience, () -> true);
	}

	/**
	 * Calls a method.
	 * @param method as in the documentation, e.g. {@code sendMessage}
	 * @param parameters a request type of the library, or a map
	 * @param gate asked when the connection is up and nothing has been written yet
	 */
	BotAnswer call(String method, Object parameters, Duration patience, Channel.BeforeWrite gate) {
		Request request = new Request.Builder().url(address("").addPathSegment(method).build())
			.tag(String.class, method)
			.post(RequestBody.create(json(parameters), JSON))
			.build();
		Gate atTheGate = new Gate(gate);
		OkHttpClient client = this.http.newBuilder()
			.addNetworkInterceptor(atTheGate)
			.callTimeout(patience)
			.readTimeout(patience)
			.build();
		try (Response response = client.newCall(request).execute()) {
			return read(response.code(), response.header("Retry-After"), response.body().bytes());
		}
		catch (IOException ex) {
			if (atTheGate.closed) {
				return new BotAnswer.HeldBack();
			}
			boolean slow = ex instanceof InterruptedIOException;
			return new BotAnswer.Silence(why(ex), atTheGate.passed, slow);
		}
	}

	/** Ends the calls of this method that are under way. */
	void cancel(String method) {
		this.http.dispatcher()
			.runningCalls()
			.stream()
			.filter(call -> method.equals(call.request().tag(String.class)))
			.forEach(Call::cancel);
	}

	/**
	 * Opens a file.
	 * @param path what {@code getFile} answered
	 */
	Response download(String path) throws IOException {
		Request request = new Request.Builder().url(address("file").addPathSegments(path.replaceFirst("^/+", "")).build())
			.build();
		try {
			return this.http.newBuilder().callTimeout(Duration.ZERO).build().newCall(request).execute();
		}
		catch (IOException ex) {
			// Without its cause: that may name the address.
			throw new IOException("the file could not be fetched from Telegram: " + why(ex));
		}
	}

	private HttpUrl.Builder address(String below) {
		HttpUrl.Builder address = this.base.newBuilder();
		if (!below.isEmpty()) {
			address.addPathSegment(below);
		}
		return address.addPathSegment("bot" + this.token);
	}

	private static BotAnswer read(int status, @Nullable String retryAfter, byte[] body) {
		JsonNode answer;
		try {
			answer = JsonMapper.shared().readTree(body);
		}
		catch (JacksonException ex) {
			answer = JsonMapper.shared().missingNode();
		}
		if (!answer.path("ok").isBoolean()) {
			return (status == 429) ? new BotAnswer.No(429, "a proxy's", pause(seconds(retryAfter)))
					: new BotAnswer.Foreign(status);
		}
		if (answer.path("ok").booleanValue()) {
			return new BotAnswer.Yes(answer.path("result"));
		}
		return new BotAnswer.No(answer.path("error_code").asInt(status), answer.path("description").asString(""),
				pause(answer.path("parameters").path("retry_after").asLong(0)));
	}

	private static Duration pause(long seconds) {
		return (seconds > 0) ? Duration.ofSeconds(seconds) : DEFAULT_PAUSE;
	}

	private static long seconds(@Nullable String header) {
		return (header != null && header.matches("\\d{1,6}")) ? Long.parseLong(header) : 0;
	}

	private static byte[] json(Object parameters) {
		try {
			ObjectNode tree = REQUESTS.valueToTree(parameters);
			// The library's way of answering within a webhook's response.
			tree.remove("method");
			return REQUESTS.writeValueAsBytes(tree);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String why(IOException ex) {
		String message = String.valueOf(ex.getMessage()).replace(this.token, "…");
		return (ex instanceof SocketTimeoutException || ex instanceof InterruptedIOException) ? "no answer in time"
				: ex.getClass().getSimpleName() + ": " + message;
	}

	/** Asks for the last time, right before the first byte; notes whether anything may have left. */
	private static final class Gate implements Interceptor {

		private final Channel.BeforeWrite gate;

		private volatile boolean closed;

		private volatile boolean passed;

		Gate(Channel.BeforeWrite gate) {
			this.gate = gate;
		}

		@Override
		public Response intercept(Chain chain) throws IOException {
			if (!this.gate.maySend()) {
				this.closed = true;
				throw new IOException("held back");
			}
			this.passed = true;
			return chain.proceed(chain.request());
		}

	}

}
