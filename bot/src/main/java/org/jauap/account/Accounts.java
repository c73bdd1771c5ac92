package org.jauap.account;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

	/** Bytes of a password that bcrypt looks at. */
	public static final int LONGEST_PASSWORD = 72;

	private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");

	/** Names that stand for somebody else in a question's timeline. */
	private static final Set<String> RESERVED = Set.of("citizen", "gateway");

	private static final String KEY = "{accounts}:officials";

	/** Officials whose made-up password nobody has read yet. */
	private static final String UNREAD = "{accounts}:unread";

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

	/** Whether somebody can be called this: 2 to 64 small Latin letters, digits and {@code . _ @ -}. */
	public static boolean isName(String name) {
		return NAME.matcher(name).matches() && !RESERVED.contains(name);
	}

	/** Whether this is long enough for a password, and no longer than what counts. */
	public static boolean isPassword(String password) {
		return password.codePointCount(0, password.length()) >= SHORTEST_PASSWORD
				&& password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PASSWORD;
	}

	/** Whether nobody would be left to administer the accounts if this one were not an enabled administrator's. */
	public boolean isLastAdministrator(String name) {
		List<String> administrators = all().stream()
			.filter(account -> account.enabled() && account.official().isAdmin())
			.map(account -> account.official().name())
			.toList();
		return administrators.equals(List.of(name));
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

	boolean hasPassword(String name, String password) {
		return find(name).map(account -> this.passwords.matches(password, account.passwordHash())).orElse(false);
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
		return find(name).map(Accounts::details)
			.orElseThrow(() -> new UsernameNotFoundException("no such official"));
	}

	static OfficialDetails details(Account account) {
		return new OfficialDetails(account.official(), account.passwordHash(), account.enabled());
	}

	/** Somebody still has to be told this official's made-up password. */
	void awaitReader(String name) {
		this.redis.opsForSet().add(UNREAD, name);
	}

	boolean awaitsReader(String name) {
		return Boolean.TRUE.equals(this.redis.opsForSet().isMember(UNREAD, name));
	}

	void wasRead(String name) {
		this.redis.opsForSet().remove(UNREAD, name);
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
