package org.jauap.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jauap.nlp.Language;
import org.jauap.redis.Script;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.redis.core.HashOperations;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Service;

/**
 * The bearer tokens with which other systems use the API. Redis holds the hash {@code {accounts}:tokens}, SHA-256 of a
 * token → JSON of {@link ApiToken}, and {@code {accounts}:token-names}, name → SHA-256.
 */
@Service
public class ApiTokens {

	/** The name of the token that {@code ADMIN_API_TOKEN} holds. */
	public static final String ADMINISTRATORS = "admin-api";

	private static final String PREFIX = "jauap_";

	private static final int BYTES = 32;

	private static final int ID_LENGTH = 12;

	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");

	private static final List<String> KEYS = List.of("{accounts}:tokens", "{accounts}:token-names");

	private static final Script CREATE = Script.named("create-token");

	private static final Script DELETE = Script.named("delete-token");

	private static final SecureRandom RANDOM = new SecureRandom();

	private final StringRedisTemplate redis;

	private final Clock clock;

	private final @Nullable String administratorsHash;

	ApiTokens(StringRedisTemplate redis, AccountSettings settings, Clock clock) {
		this.redis = redis;
		this.clock = clock;
		this.administratorsHash = settings.token().map(ApiTokens::hash).orElse(null);
	}

	/**
	 * A token just made.
	 *
	 * @param token the secret, for this once
	 */
	public record Created(ApiToken description, String token) {
	}

	/** Whether a token can be called this: up to 64 letters, digits, spaces and {@code . _ -}. */
	public static boolean isName(String name) {
		return NAME.matcher(name).matches() && !ADMINISTRATORS.equals(name);
	}

	/** Makes a token; empty when the name is taken. */
	public Optional<Created> create(String name, Role role, Set<String> agencies, Official by) {
		byte[] random = new byte[BYTES];
		RANDOM.nextBytes(random);
		String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
		String hash = hash(token);
		ApiToken description = new ApiToken(hash.substring(0, ID_LENGTH), name, role, Set.copyOf(agencies),
				this.clock.instant(), by.name());
		Script.Answer answer = CREATE.run(this.redis, KEYS, hash, name,
				JsonMapper.shared().writeValueAsString(description));
		return switch (answer.outcome()) {
			case "created" -> Optional.of(new Created(description, token));
			case "taken" -> Optional.empty();
			default -> throw answer.unexpected();
		};
	}

	/** All tokens that administrators made, by name. */
	public List<ApiToken> list() {
		return hash().values(KEYS.getFirst())
			.stream()
			.map(ApiTokens::read)
			.sorted(Comparator.comparing(ApiToken::name))
			.toList();
	}

	/**
	 * Takes a token's right away, from the next request on.
	 * @return false when there is none of this id
	 */
	public boolean delete(String id) {
		return hash().entries(KEYS.getFirst())
			.entrySet()
			.stream()
			.filter(entry -> read(entry.getValue()).id().equals(id))
			.findFirst()
			.map(entry -> DELETE.run(this.redis, KEYS, entry.getKey(), read(entry.getValue()).name()).is("deleted"))
			.orElse(false);
	}

	/** Whose token this is; empty when it is nobody's. */
	Optional<Official> official(String token) {
		String hash = hash(token);
		if (this.administratorsHash != null && MessageDigest.isEqual(hash.getBytes(StandardCharsets.US_ASCII),
				this.administratorsHash.getBytes(StandardCharsets.US_ASCII))) {
			return Optional.of(new Official("token:" + ADMINISTRATORS, "", Role.ADMIN, Set.of(), Language.EN));
		}
		return Optional.ofNullable(hash().get(KEYS.getFirst(), hash)).map(json -> read(json).official());
	}

	private HashOperations<String, String, String> hash() {
		return this.redis.opsForHash();
	}

	private static ApiToken read(String json) {
		return JsonMapper.shared().readValue(json, ApiToken.class);
	}

	private static String hash(String token) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
