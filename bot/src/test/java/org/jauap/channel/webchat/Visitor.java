package org.jauap.channel.webchat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/** Somebody at a browser of their own, as far as HTTP goes: cookies are kept, the page's token is sent along. */
class Visitor {

	private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");

	private final URI server;

	private final CookieManager cookies = new CookieManager();

	private final HttpClient http = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private String token = "";

	Visitor(int port) {
		this.server = URI.create("http://localhost:" + port);
	}

	HttpResponse<String> opens(String address, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.server.resolve(address)).GET();
		if (headers.length > 0) {
			request.headers(headers);
		}
		HttpResponse<String> response = send(request);
		Matcher found = TOKEN.matcher(response.body());
		if (found.find()) {
			this.token = found.group(1);
		}
		return response;
	}

	HttpResponse<String> writes(String text) {
		return says(Map.of("id", UUID.randomUUID().toString(), "text", text));
	}

	HttpResponse<String> says(Map<String, ?> said) {
		return posts(JsonMapper.shared().writeValueAsString(said), "application/json");
	}

	HttpResponse<String> submits(Map<String, String> form) {
		Map<String, String> fields = new LinkedHashMap<>(form);
		fields.put("_csrf", this.token);
		return posts(fields.entrySet()
			.stream()
			.map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&")), "application/x-www-form-urlencoded");
	}

	/** The lines of the stream of what is new after this place, as they come; to be closed. */
	Stream<String> hears(String after) {
		try {
			return this.http
				.send(HttpRequest.newBuilder(this.server.resolve("/chat/events?after=" + after)).GET().build(),
						HttpResponse.BodyHandlers.ofLines())
				.body();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	String cookie(String name) {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter(cookie -> cookie.getName().equals(name))
			.map(HttpCookie::getValue)
			.findFirst()
			.orElse("");
	}

	void hasOnlyTheCookie(String name, String value) {
		this.cookies.getCookieStore().removeAll();
		HttpCookie cookie = new HttpCookie(name, value);
		cookie.setPath("/");
		cookie.setVersion(0);
		this.cookies.getCookieStore().add(this.server, cookie);
	}

	void loses(String cookie) {
		List.copyOf(this.cookies.getCookieStore().getCookies())
			.stream()
			.filter(kept -> kept.getName().equals(cookie))
			.forEach(kept -> this.cookies.getCookieStore().remove(this.server, kept));
	}

	void forgetsToken() {
		this.token = "";
	}

	private HttpResponse<String> posts(String body, String type) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.server.resolve("/chat/messages"))
			.header("Content-Type", type)
			.POST(HttpRequest.BodyPublishers.ofString(body));
		if (!this.token.isEmpty()) {
			request.header("X-CSRF-TOKEN", this.token);
		}
		return send(request);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
