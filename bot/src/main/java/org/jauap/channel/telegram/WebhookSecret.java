package org.jauap.channel.telegram;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;

import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * What proves that a call to the webhook comes from Telegram.
 *
 * @param value 1–256 of {@code A-Z a-z 0-9 _ -}
 */
record WebhookSecret(String value) {

	private static final int BYTES = 32;

	/** The configured one, else the random one that all instances share in Redis. */
	static WebhookSecret of(TelegramSettings settings, StringRedisTemplate redis) {
		if (settings.webhookSecret() != null) {
			return new WebhookSecret(settings.webhookSecret());
		}
		byte[] bytes = new byte[BYTES];
		new SecureRandom().nextBytes(bytes);
		String key = settings.key("secret");
		redis.opsForValue().setIfAbsent(key, HexFormat.of().formatHex(bytes));
		return new WebhookSecret(Objects.requireNonNull(redis.opsForValue().get(key)));
	}

	/** Never the value: this may end up in a log. */
	@Override
	public String toString() {
		return "WebhookSecret";
	}

}
