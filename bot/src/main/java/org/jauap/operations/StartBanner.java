package org.jauap.operations;

import org.jauap.account.FirstAdministrator;
import org.jauap.settings.Settings;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The start's last words: where to click, and how to sign in. Printed, not logged: a password belongs in no log. */
@Component
class StartBanner {

	private final FirstAdministrator administrator;

	private final Settings settings;

	private final Environment environment;

	StartBanner(FirstAdministrator administrator, Settings settings, Environment environment) {
		this.administrator = administrator;
		this.settings = settings;
		this.environment = environment;
	}

	@EventListener
	void print(ApplicationReadyEvent ready) {
		int port = (ready.getApplicationContext() instanceof WebServerApplicationContext web
				&& web.getWebServer() != null) ? web.getWebServer().getPort() : 0;
		boolean telegram = !this.environment.getProperty("jauap.telegram.token", "").isBlank();
		System.out.printf("""

				Jauap is ready.
				  Ask a question (web chat)   http://localhost:%1$d/chat
				  Answer it (console)         http://localhost:%1$d/console
				  API and its description     http://localhost:%1$d/swagger-ui.html
				  Telegram                    %2$s
				  Data                        %3$s
				  Sign in                     user admin, password %4$s
				""", port, telegram ? "on" : "off: set TELEGRAM_BOT_TOKEN to switch it on", data(), password());
		this.administrator.wasRead();
	}

	private String data() {
		return this.environment.getProperty("jauap.redis.url", "").isBlank()
				? this.settings.dataDir().toAbsolutePath().normalize() + " (embedded Redis)" : "in the Redis of REDIS_URL";
	}

	private String password() {
		return this.administrator.newPassword()
			.map(password -> password + " (shown only this once)")
			.orElse("as set: ADMIN_PASSWORD, or printed at the first start");
	}

}
