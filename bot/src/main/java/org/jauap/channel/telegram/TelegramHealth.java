package org.jauap.channel.telegram;

import java.util.Locale;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether citizens in Telegram are heard and answered; where not, why and since when. */
class TelegramHealth extends AbstractHealthIndicator {

	private final Introduction introduction;

	private final Link link;

	private final CircuitBreaker circuit;

	private final Watch watch;

	private final String mode;

	/** @param mode {@code polling} or {@code webhook} */
	TelegramHealth(Introduction introduction, Link link, CircuitBreaker circuit, Watch watch, String mode) {
		super("Telegram's state is unknown");
		this.introduction = introduction;
		this.link = link;
		this.circuit = circuit;
		this.watch = watch;
		this.mode = mode;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		if (this.link.isBroken()) {
			health.down();
		}
		else {
			health.up();
		}
		health.withDetail("bot", this.introduction.username())
			.withDetail("mode", this.mode)
			.withDetail("onDuty", this.watch.isOnDuty())
			.withDetail("circuit", this.circuit.getState().name().toLowerCase(Locale.ROOT));
		this.link.lastContact().ifPresent(at -> health.withDetail("lastContact", at.toString()));
		this.link.troubles()
			.forEach((part, trouble) -> health.withDetail(Link.name(part), trouble.reason() + " since " + trouble.since()));
	}

}
