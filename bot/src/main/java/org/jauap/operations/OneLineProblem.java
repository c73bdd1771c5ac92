package org.jauap.operations;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jauap.StartupProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionFailedException;

/**
 * Tells an operator in one line why the gateway can't start and how to mend it. What it doesn't know is left to Spring
 * Boot's own report.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class OneLineProblem implements SpringBootExceptionReporter {

	/** The environment variable behind each setting that has one. */
	static final Map<String, String> VARIABLES = Map.ofEntries(Map.entry("server.port", "SERVER_PORT"),
			Map.entry("jauap.data-dir", "DATA_DIR"), Map.entry("jauap.models-dir", "MODELS_DIR"),
			Map.entry("jauap.config-dir", "CONFIG_DIR"), Map.entry("jauap.public-url", "PUBLIC_URL"),
			Map.entry("jauap.redis.url", "REDIS_URL"), Map.entry("jauap.telegram.token", "TELEGRAM_BOT_TOKEN"),
			Map.entry("jauap.telegram.api-url", "TELEGRAM_API_URL"),
			Map.entry("jauap.telegram.webhook-url", "TELEGRAM_WEBHOOK_URL"),
			Map.entry("jauap.telegram.webhook-secret", "TELEGRAM_WEBHOOK_SECRET"),
			Map.entry("jauap.telegram.rate", "TELEGRAM_RATE"),
			Map.entry("jauap.accounts.admin-password", "ADMIN_PASSWORD"),
			Map.entry("jauap.accounts.admin-api-token", "ADMIN_API_TOKEN"),
			Map.entry("jauap.conversation.ask-timeout", "ASK_TIMEOUT"));

	OneLineProblem(ConfigurableApplicationContext context) {
		// The constructor that Spring Boot calls.
	}

	@Override
	public boolean reportException(Throwable failure) {
		Optional<String> line = line(failure);
		line.ifPresent(text -> System.err.println("Jauap can't start: " + text));
		return line.isPresent();
	}

	static Optional<String> line(Throwable failure) {
		return find(failure, StartupProblem.class).map(problem -> oneLine(problem.getMessage()))
			.or(() -> find(failure, OutOfMemoryError.class).map(problem -> "the JVM has too little memory, of which "
					+ "training the model needs most: give it more, e.g. with -Xmx2g"))
			.or(() -> find(failure, PortInUseException.class).map(problem -> "port " + problem.getPort()
					+ " is in use: stop what uses it, or set SERVER_PORT to another"))
			.or(() -> find(failure, InvalidConfigurationPropertyValueException.class)
				.map(problem -> wrongValue(problem.getName(), problem.getValue(), "value")))
			.or(() -> find(failure, BindException.class)
				.map(problem -> wrongValue(problem.getName().toString(), value(problem), type(problem))));
	}

	/** The first of this kind among the failure and what caused it. */
	private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
			.filter(kind::isInstance)
			.map(kind::cast)
			.findFirst();
	}

	private static @Nullable Object value(BindException bind) {
		return find(bind, ConversionFailedException.class).map(ConversionFailedException::getValue)
			.orElse((bind.getProperty() == null) ? null : bind.getProperty().getValue());
	}

	private static String wrongValue(String property, @Nullable Object value, String type) {
		String name = VARIABLES.getOrDefault(property, property);
		boolean secret = name.contains("TOKEN") || name.contains("PASSWORD") || name.contains("SECRET");
		Object shown = (value == null || secret) ? "…" : value;
		return oneLine(name + " is '" + shown + "', which is no " + type
				+ " that can be used: correct it or leave it unset");
	}

	private static String type(BindException bind) {
		return String.valueOf(bind.getTarget().getType()).replaceAll(".*\\.", "").toLowerCase(Locale.ROOT);
	}

	private static String oneLine(String text) {
		return String.valueOf(text).replaceAll("\\s*\\R\\s*", " ");
	}

}
