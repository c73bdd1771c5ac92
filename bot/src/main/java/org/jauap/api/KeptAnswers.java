package org.jauap.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The first answers to requests with an {@code Idempotency-Key}, in Redis: {@code {idem}:<token>:<digest of the key>} →
 * JSON of {@link Kept}. Sealed with what only the client has, since an answer may hold a citizen's words or a new token.
 */
@Component
class KeptAnswers {

	private static final Duration KEPT = Duration.ofHours(24);

	/** A process that dies half-way frees the key after this; the commands' own ids keep them from happening twice. */
	private static final Duration LONGEST_REQUEST = Duration.ofMinutes(1);

	private static final List<String> HEADERS = List.of(HttpHeaders.ETAG, HttpHeaders.LOCATION);

	private final StringRedisTemplate redis;

	KeptAnswers(StringRedisTemplate redis) {
		this.redis = redis;
	}

	/**
	 * Where a request's answer is kept.
	 *
	 * @param key in Redis
	 * @param fingerprint the same for the same key, path and body
	 * @param seal opens the kept answer
	 */
	record Place(String key, String fingerprint, Seal seal) {

		static Place of(String token, String authorization, String idempotencyKey, RequestWithBody request) {
			String path = request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString();
			String fingerprint = Seal.digest(idempotencyKey, path, new String(request.body(), StandardCharsets.ISO_8859_1));
			return new Place("{idem}:" + token + ":" + Seal.digest(idempotencyKey), fingerprint,
					Seal.of(authorization, idempotencyKey));
		}

	}

	/** What a key means for the request that brings it. */
	sealed interface Beginning {
	}

	/** It is the first: to be carried out. */
	record First(String owner) implements Beginning {
	}

	/** It was carried out. */
	record Again(Answer answer) implements Beginning {
	}

	/** The first is still being carried out. */
	record Running() implements Beginning {
	}

	/** Another request had this key. */
	record Other() implements Beginning {
	}

	/** An answer as it went out. */
	record Answer(int status, @Nullable String contentType, Map<String, String> headers, byte[] body) {

		static Answer of(ContentCachingResponseWrapper response) {
			Map<String, String> headers = new LinkedHashMap<>();
			for (String name : HEADERS) {
				if (response.getHeader(name) instanceof String value) {
					headers.put(name, value);
				}
			}
			return new Answer(response.getStatus(), response.getContentType(), headers, response.getContentAsByteArray());
		}

		void writeTo(HttpServletResponse response) throws IOException {
			response.setStatus(this.status);
			if (this.contentType != null) {
				response.setContentType(this.contentType);
			}
			this.headers.forEach(response::setHeader);
			response.getOutputStream().write(this.body);
		}

	}

	/** What stands in Redis; the answer is missing while the first request is being carried out. */
	private record Kept(String fingerprint, String owner, @Nullable String answer) {
	}

	Beginning begin(Place place) {
		Kept mine = new Kept(place.fingerprint(), UUID.randomUUID().toString(), null);
		String json = JsonMapper.shared().writeValueAsString(mine);
		if (Boolean.TRUE.equals(this.redis.opsForValue().setIfAbsent(place.key(), json, LONGEST_REQUEST))) {
			return new First(mine.owner());
		}
		String found = this.redis.opsForValue().get(place.key());
		if (found == null) {
			return new Running();
		}
		Kept kept = JsonMapper.shared().readValue(found, Kept.class);
		if (!kept.fingerprint().equals(place.fingerprint())) {
			return new Other();
		}
		if (kept.answer() == null) {
			// Redis may have been asked twice after a reconnection.
			return kept.owner().equals(mine.owner()) ? new First(mine.owner()) : new Running();
		}
		return new Again(JsonMapper.shared().readValue(place.seal().open(kept.answer()), Answer.class));
	}

	void keep(Place place, First first, Answer answer) {
		String sealed = place.seal().close(JsonMapper.shared().writeValueAsBytes(answer));
		this.redis.opsForValue()
			.set(place.key(), JsonMapper.shared().writeValueAsString(new Kept(place.fingerprint(), first.owner(), sealed)),
					KEPT);
	}

	/** It came to nothing: the next request with this key is the first. */
	void forget(Place place) {
		this.redis.delete(place.key());
	}

	/** The id under which this request's command is carried out at most once. */
	static String commandId(HttpServletRequest request) {
		return (request.getAttribute(Idempotency.COMMAND_ID) instanceof String id) ? id : UUID.randomUUID().toString();
	}

}
