package org.jauap.channel.webchat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jauap.channel.Conversation;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Which web chat a browser belongs to: a random id in a cookie, signed so that nobody can name somebody else's. The
 * signing key is one for all instances, in Redis.
 */
@Component
class ChatSession {

	private static final String COOKIE = "jauap-chat";

	private static final String KEY = "{jauap}:chat-key";

	private static final Duration LASTS = Duration.ofDays(365);

	private static final String ALGORITHM = "HmacSHA256";

	private final StringRedisTemplate redis;

	ChatSession(StringRedisTemplate redis) {
		this.redis = redis;
	}

	/** The browser's chat, if it has one. */
	Optional<Conversation> find(HttpServletRequest request) {
		if (request.getCookies() == null) {
			return Optional.empty();
		}
		for (Cookie cookie : request.getCookies()) {
			if (COOKIE.equals(cookie.getName())) {
				return verified(cookie.getValue());
			}
		}
		return Optional.empty();
	}

	/** The browser's chat; a new one if it has none. The cookie is given anew, so that it lasts a year from now. */
	Conversation open(HttpServletRequest request, HttpServletResponse response) {
		Conversation conversation = find(request)
			.orElseGet(() -> new Conversation(WebChatChannel.NAME, UUID.randomUUID().toString()));
		ResponseCookie cookie = ResponseCookie.from(COOKIE, conversation.chat() + "." + signature(conversation.chat()))
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.path("/")
			.maxAge(LASTS)
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
		return conversation;
	}

	private Optional<Conversation> verified(String value) {
		int dot = value.indexOf('.');
		if (dot < 0) {
			return Optional.empty();
		}
		String chat = value.substring(0, dot);
		boolean genuine = MessageDigest.isEqual(signature(chat).getBytes(StandardCharsets.US_ASCII),
				value.substring(dot + 1).getBytes(StandardCharsets.US_ASCII));
		return genuine ? Optional.of(new Conversation(WebChatChannel.NAME, chat)) : Optional.empty();
	}

	private String signature(String chat) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(Base64.getDecoder().decode(key()), ALGORITHM));
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(mac.doFinal(chat.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String key() {
		String key = this.redis.opsForValue().get(KEY);
		if (key != null) {
			return key;
		}
		byte[] random = new byte[32];
		new SecureRandom().nextBytes(random);
		this.redis.opsForValue().setIfAbsent(KEY, Base64.getEncoder().encodeToString(random));
		return java.util.Objects.requireNonNull(this.redis.opsForValue().get(KEY));
	}

}
