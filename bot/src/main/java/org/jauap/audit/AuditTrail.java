package org.jauap.audit;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.jauap.account.Official;
import org.jauap.redis.Script;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Service;

/** The stream {@code {audit}}: {@code at}, {@code who}, {@code what}, {@code number}. */
@Service
public class AuditTrail {

	private static final Script AUDIT = Script.named("audit");

	private final StringRedisTemplate redis;

	private final Clock clock;

	AuditTrail(StringRedisTemplate redis, Clock clock) {
		this.redis = redis;
		this.clock = clock;
	}

	/** An official is about to see who the citizen behind a question is: written before they do. */
	public void looksAtCitizen(Official official, String number) {
		write(official, "looked-at-citizen", number);
	}

	private void write(Official who, String what, String number) {
		String id = UUID.randomUUID().toString();
		AUDIT.run(this.redis, List.of("{audit}", "{audit}:" + id), this.clock.instant(), who.name(), what, number);
	}

}
