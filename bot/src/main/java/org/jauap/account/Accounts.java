package org.jauap.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jauap.nlp.Language;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.redis.core.HashOperations;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * The officials' accounts, in Redis: the hash {@code {accounts}:officials}, sign-in name → JSON of {@link Account}.
 */
@Service
public class Accounts implements UserDetailsService {

	/** Characters a password must have at least (NIST SP 800-63B asks for 8; 15 without a second factor). */
	public static final int SHORTEST_PASSWORD = 12;

	private static final String KEY = "{accounts}:officials";

	private final StringRedisTemplate redis;

	private final PasswordEncoder passwords;

	private final Clock clock;

	Accounts(StringRedisTemplate redis, PasswordEncoder passwords, Clock clock) {
		this.redis = redis;
		this.passwords = passwords;
		this.clock = clock;
	}

	/**
	 * An official's account.
	 *
	 * @param passwordHash in the form of Spring Security's delegating encoder, {@code {bcrypt}…}
	 * @param enabled whether they may sign in
	 */
	public record Account(Official official, String passwordHash, boolean enabled, Instant createdAt) {
	}

	public Optional<Account> find(String name) {
		return Optional.ofNullable(hash().get(KEY, name))
			.map(json -> JsonMapper.shared().readValue(json, Account.class));
	}

	/** All accounts, by name. */
	public List<Account> all() {
		return hash().values(KEY)
			.stream()
			.map(json -> JsonMapper.shared().readValue(json, Account.class))
			.sorted(Comparator.comparing(account -> account.official().name()))
			.toList();
	}

	/**
	 * Creates an account.
	 * @return false when the name is taken
	 */
	public boolean create(Official official, String password) {
		Account account = new Account(official, hashed(password), true, this.clock.instant());
		return hash().putIfAbsent(KEY, official.name(), JsonMapper.shared().writeValueAsString(account));
	}

	/** Changes position, role, agencies, language or whether they may sign in; no such account: nothing. */
	public void change(Official official, boolean enabled) {
		find(official.name())
			.ifPresent(account -> put(new Account(official, account.passwordHash(), enabled, account.createdAt())));
	}

	public void changePassword(String name, String password) {
		find(name).ifPresent(account -> put(
				new Account(account.official(), hashed(password), account.enabled(), account.createdAt())));
	}

	/** The language of the official's console. */
	public void changeLanguage(String name, Language language) {
		find(name).ifPresent(account -> {
			Official was = account.official();
			put(new Account(new Official(was.name(), was.position(), was.role(), was.agencies(), language),
					account.passwordHash(), account.enabled(), account.createdAt()));
		});
	}

	@Override
	public UserDetails loadUserByUsername(String name) {
		return find(name)
			.map(account -> new OfficialDetails(account.official(), account.passwordHash(), account.enabled()))
			.orElseThrow(() -> new UsernameNotFoundException("no such official"));
	}

	/** An administrator, for the first start. */
	static Official administrator() {
		return new Official("admin", "", Role.ADMIN, Set.of(), Language.RU);
	}

	private String hashed(String password) {
		return java.util.Objects.requireNonNull(this.passwords.encode(password));
	}

	private void put(Account account) {
		hash().put(KEY, account.official().name(), JsonMapper.shared().writeValueAsString(account));
	}

	private HashOperations<String, String, String> hash() {
		return this.redis.opsForHash();
	}

}
