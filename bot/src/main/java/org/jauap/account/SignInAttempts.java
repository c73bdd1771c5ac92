package org.jauap.account;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.jauap.redis.Script;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Slows down who tries passwords: after a few failures in a row for one name from one address, and after many for any
 * names from one address, that address waits a minute. Nobody at another address notices, so it locks nobody out.
 */
@Component
class SignInAttempts {

	private static final int MOST_FOR_A_NAME = 5;

	/** An authority's whole office may share an address. */
	private static final int MOST_FOR_AN_ADDRESS = 50;

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private static final Script ATTEMPT = Script.named("attempt");

	private static final Script SIGNED_IN = Script.named("signed-in");

	private final StringRedisTemplate redis;

	SignInAttempts(StringRedisTemplate redis) {
		this.redis = redis;
	}

	/** Counts an attempt before its password is looked at, so that many at once don't slip through; false: not now. */
	boolean mayTry(String address, String name) {
		return ATTEMPT.run(this.redis, keys(address, name), MOST_FOR_A_NAME, MOST_FOR_AN_ADDRESS, PAUSE.toMillis())
			.is("go");
	}

	void succeeded(String address, String name) {
		SIGNED_IN.run(this.redis, keys(address, name));
	}

	private static List<String> keys(String address, String name) {
		// Names are typed by anybody and may be anything: only their digest becomes part of a key.
		UUID digest = UUID.nameUUIDFromBytes((address + "\n" + name).getBytes(StandardCharsets.UTF_8));
		return List.of("{signin}:" + digest, "{signin}:" + address);
	}

}
