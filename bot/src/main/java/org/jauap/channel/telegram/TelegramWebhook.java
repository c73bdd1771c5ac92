package org.jauap.channel.telegram;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where Telegram delivers updates, one a call. It repeats the call until it is answered with 200. */
@RestController
@Conditional(TelegramConfiguration.WebhookIsOn.class)
class TelegramWebhook {

	private static final Logger LOG = LoggerFactory.getLogger(TelegramWebhook.class);

	static final int LONGEST_BODY = 1 << 20;

	private final byte[] secret;

	private final Intake intake;

	private final Link link;

	TelegramWebhook(WebhookSecret secret, Intake intake, Link link) {
		this.secret = secret.value().getBytes(StandardCharsets.UTF_8);
		this.intake = intake;
		this.link = link;
	}

	@PostMapping(TelegramSettings.WEBHOOK_PATH)
	ResponseEntity<Void> update(
			@RequestHeader(name = "X-Telegram-Bot-Api-Secret-Token", required = false) @Nullable String token,
			HttpServletRequest request) throws IOException {
		if (token == null || !MessageDigest.isEqual(this.secret, token.getBytes(StandardCharsets.UTF_8))) {
			return answer(HttpStatus.FORBIDDEN);
		}
		if (request.getContentLengthLong() > LONGEST_BODY) {
			return answer(HttpStatus.CONTENT_TOO_LARGE);
		}
		byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
		if (body.length > LONGEST_BODY) {
			return answer(HttpStatus.CONTENT_TOO_LARGE);
		}
		JsonNode json;
		try {
			json = JsonMapper.shared().readTree(body);
		}
		catch (JacksonException ex) {
			LOG.warn("Telegram: something that is not JSON came to the webhook");
			return answer(HttpStatus.BAD_REQUEST);
		}
		this.link.contact();
		return answer(switch (this.intake.take(json)) {
			case SAFE -> HttpStatus.OK;
			case COME_AGAIN -> HttpStatus.SERVICE_UNAVAILABLE;
			case NOT_AN_UPDATE -> HttpStatus.BAD_REQUEST;
		});
	}

	private static ResponseEntity<Void> answer(HttpStatus status) {
		return ResponseEntity.status(status).build();
	}

}
