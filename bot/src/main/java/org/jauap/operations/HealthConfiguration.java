package org.jauap.operations;

import org.jauap.understanding.Model;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What belongs to the gateway's health beside Redis and the messengers. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class HealthConfiguration {

	/** A message that could have gone out this long ago means that deliveries are stuck. */
	private static final double LONGEST_OUTBOX_AGE_SECONDS = 300;

	@Bean
	HealthIndicator modelsHealthIndicator(Model model) {
		return () -> Health.up().withDetail("version", model.version()).build();
	}

	@Bean
	HealthIndicator outboxHealthIndicator(CellMetrics metrics) {
		return () -> {
			double age = metrics.outboxAgeSeconds();
			Health.Builder health = (age > LONGEST_OUTBOX_AGE_SECONDS) ? Health.status("DEGRADED") : Health.up();
			return health.withDetail("oldestDueSeconds", Math.round(age))
				.withDetail("conversationsWaiting", metrics.outboxDepth())
				.withDetail("parkedMessages", metrics.parked())
				.build();
		};
	}

}
