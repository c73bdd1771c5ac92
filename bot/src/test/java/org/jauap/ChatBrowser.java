package org.jauap;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jauap.channel.Conversation;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What a browser does on the web chat's page, over real HTTP, its cookies kept over the gateway's restarts. */
final class ChatBrowser {

	private static final Pattern CSRF = Pattern
		.compile("<meta name=\"csrf-token\" content=\"([^\"]+)\" data-header=\"([^\"]+)\"");

	private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

	private final HttpClient http = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private GatewayProcess gateway;

	private Matcher csrf;

	void opens(GatewayProcess gateway) throws IOException, InterruptedException {
		this.gateway = gateway;
		String page = this.http
			.send(HttpRequest.newBuilder(gateway.at("/chat")).build(), HttpResponse.BodyHandlers.ofString())
			.body();
		this.csrf = CSRF.matcher(page);
		assertThat(this.csrf.find()).as(page).isTrue();
	}

	/** Sends a message as the page does; returns whether it was told that it is safe. */
	boolean says(String id, String text) throws InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.gateway.at("/chat/messages"))
			.timeout(Duration.ofSeconds(10))
			.header("Content-Type", "application/json")
			.header(this.csrf.group(2), this.csrf.group(1))
			.POST(HttpRequest.BodyPublishers
				.ofString(JsonMapper.shared().writeValueAsString(Map.of("id", id, "text", text))))
			.build();
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	Conversation conversation() {
		HttpCookie chat = this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter(cookie -> cookie.getName().equals("jauap-chat"))
			.findFirst()
			.orElseThrow();
		return new Conversation("web", chat.getValue().substring(0, chat.getValue().indexOf('.')));
	}

}
