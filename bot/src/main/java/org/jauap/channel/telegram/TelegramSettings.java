package org.jauap.channel.telegram;

import java.util.regex.Pattern;

import okhttp3.HttpUrl;
import org.jauap.StartupProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The bot and where it is reached.
 *
 * @param token {@code TELEGRAM_BOT_TOKEN}; empty: no Telegram
 * @param apiUrl {@code TELEGRAM_API_URL}, base URL of the Bot API server
 * @param webhookUrl {@code TELEGRAM_WEBHOOK_URL}, public base URL for the webhook; empty: long polling
 * @param webhookSecret {@code TELEGRAM_WEBHOOK_SECRET}; empty: a random one
 * @param rate {@code TELEGRAM_RATE}, messages a second
 */
@ConfigurationProperties("jauap.telegram")
record TelegramSettings(@Nullable String token, @Nullable String apiUrl, @Nullable String webhookUrl,
		@Nullable String webhookSecret, @Nullable String rate) {

	static final String WEBHOOK_PATH = "/webhooks/telegram";

	private static final String OFFICIAL_SERVER = "https://api.telegram.org";

	private static final int DEFAULT_RATE = 30;

	private static final int HIGHEST_RATE = 1000;

	private static final Pattern TOKEN = Pattern.compile("\\d+:[A-Za-z0-9_-]+");

	/** <a href="https://core.telegram.org/bots/api#setwebhook">Bot API, setWebhook</a>. */
	private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");

	private static final Pattern PRIVATE_HOST = Pattern
		.compile("[^.:]+|127\\..*|10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|::1");

	TelegramSettings(@Nullable String token, @Nullable String apiUrl, @Nullable String webhookUrl,
			@Nullable String webhookSecret, @Nullable String rate) {
		this.token = stripped(token);
		this.apiUrl = stripped(apiUrl);
		this.webhookUrl = stripped(webhookUrl);
		this.webhookSecret = stripped(webhookSecret);
		this.rate = stripped(rate);
	}

	/** Refuses what can't work, in one line each. */
	void check() {
		if (this.token != null && !TOKEN.matcher(this.token).matches()) {
			throw new StartupProblem("TELEGRAM_BOT_TOKEN is not a bot's token: it looks like 123456789:AAE…, @BotFather "
					+ "tells it; leave it empty to run without Telegram");
		}
		server();
		messagesPerSecond();
		if (this.webhookUrl != null) {
			webhookAddress();
		}
		if (this.webhookSecret != null && !SECRET.matcher(this.webhookSecret).matches()) {
			throw new StartupProblem(
					"TELEGRAM_WEBHOOK_SECRET must have 1 to 256 characters, only A-Z, a-z, 0-9, _ and -: correct it, or "
							+ "leave it empty for a random one");
		}
	}

	String botToken() {
		if (this.token == null) {
			throw new IllegalStateException("no Telegram");
		}
		return this.token;
	}

	/** The bot's number, which stands before the colon of its token. */
	String botId() {
		return botToken().substring(0, botToken().indexOf(':'));
	}

	/** Everything of this bot that all instances share in Redis. */
	String key(String name) {
		return "{tg:" + botId() + "}:" + name;
	}

	HttpUrl server() {
		String value = (this.apiUrl == null) ? OFFICIAL_SERVER : this.apiUrl;
		HttpUrl url = HttpUrl.parse(value);
		if (url == null || url.query() != null || url.fragment() != null) {
			throw new StartupProblem("TELEGRAM_API_URL is '" + value
					+ "': give the http:// or https:// address of a Bot API server, or leave it empty for Telegram's own");
		}
		return url;
	}

	/** Where Telegram delivers updates to. */
	String webhookAddress() {
		HttpUrl url = HttpUrl.parse(String.valueOf(this.webhookUrl));
		boolean reachable = url != null && (url.isHttps() || PRIVATE_HOST.matcher(url.host()).matches());
		if (!reachable || url.query() != null || url.fragment() != null) {
			throw new StartupProblem("TELEGRAM_WEBHOOK_URL is '" + this.webhookUrl
					+ "': give the public https:// address of this gateway, or leave it empty for long polling");
		}
		return url.newBuilder().addPathSegments(WEBHOOK_PATH.substring(1)).build().toString();
	}

	int messagesPerSecond() {
		if (this.rate == null) {
			return DEFAULT_RATE;
		}
		int value = this.rate.matches("\\d{1,4}") ? Integer.parseInt(this.rate) : 0;
		if (value < 1 || value > HIGHEST_RATE) {
			throw new StartupProblem("TELEGRAM_RATE is '" + this.rate + "': give the messages a second this bot may send, 1 to "
					+ HIGHEST_RATE);
		}
		return value;
	}

	/** Without token and secret: this may end up in a log. */
	@Override
	public String toString() {
		return "TelegramSettings[" + this.apiUrl + "]";
	}

	private static @Nullable String stripped(@Nullable String value) {
		return (value == null || value.isBlank()) ? null : value.strip();
	}

}
