package org.jauap.operations;

import java.util.Map;
import java.util.Optional;

import org.jauap.StartupProblem;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

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
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof StartupProblem problem) {
				return Optional.of(oneLine(problem.getMessage()));
			}
			if (cause instanceof PortInUseException port) {
				return Optional.of("port " + port.getPort()
						+ " is in use: stop what uses it, or set SERVER_PORT to another");
			}
			if (cause instanceof BindException bind) {
				return Optional.of(wrongValue(bind));
			}
		}
		return Optional.empty();
	}

	private static String wrongValue(BindException bind) {
		String property = bind.getName().toString();
		String name = VARIABLES.getOrDefault(property, property);
		boolean secret = name.contains("TOKEN") || name.contains("PASSWORD") || name.contains("SECRET");
		Object value = (bind.getProperty() == null || secret) ? "…" : bind.getProperty().getValue();
		return oneLine(name + " is '" + value + "', which is no "
				+ String.valueOf(bind.getTarget().getType()).replaceAll(".*\\.", "").toLowerCase(java.util.Locale.ROOT)
				+ " that can be used: correct it or leave it unset");
	}

	private static String oneLine(String text) {
		return String.valueOf(text).replaceAll("\\s*\\R\\s*", " ");
	}

}
