package org.jauap.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * A Lua script from {@code redis/*.lua}: one verb, one atom, in one hash slot, and safe to run twice. A line
 * {@code -- @include name} is replaced by the fragment {@code redis/lib/name.lua}, since Redis' scripts can't call each
 * other.
 * @see <a href="https://redis.io/docs/latest/develop/programmability/eval-intro/">Redis: scripting with Lua</a>
 */
public final class Script {

	private static final Pattern INCLUDE = Pattern.compile("(?m)^-- @include (\\S+)$");

	private final String name;

	private final RedisScript<List> script;

	private Script(String name) {
		this.name = name;
		String source = INCLUDE.matcher(read(name))
			.replaceAll(include -> Matcher.quoteReplacement(read("lib/" + include.group(1))));
		this.script = new DefaultRedisScript<>(source, List.class);
	}

	/** The script {@code redis/<name>.lua}; every script answers with an array whose first element names the outcome. */
	public static Script named(String name) {
		return new Script(name);
	}

	/** Runs the script; integers arrive as {@link Long}, everything else as {@link String}. */
	@SuppressWarnings("unchecked")
	public Answer run(StringRedisTemplate redis, List<String> keys, Object... arguments) {
		Object[] texts = new Object[arguments.length];
		for (int i = 0; i < arguments.length; i++) {
			texts[i] = arguments[i].toString();
		}
		List<Object> answer = (List<Object>) redis.execute(this.script, keys, texts);
		return new Answer(this.name, answer);
	}

	private static String read(String name) {
		try {
			return new ClassPathResource("redis/" + name + ".lua").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What a script answered.
	 *
	 * @param script the script's name, for messages
	 * @param values the outcome's name, then whatever the script's header promises
	 */
	public record Answer(String script, List<Object> values) {

		public String outcome() {
			return text(0);
		}

		public boolean is(String outcome) {
			return outcome().equals(outcome);
		}

		public String text(int index) {
			return index < this.values.size() ? String.valueOf(this.values.get(index)) : "";
		}

		public long number(int index) {
			return Long.parseLong(text(index));
		}

		/** For an outcome that the script's header does not list. */
		public IllegalStateException unexpected() {
			return new IllegalStateException("redis/" + this.script + ".lua answered " + this.values);
		}

	}

}
