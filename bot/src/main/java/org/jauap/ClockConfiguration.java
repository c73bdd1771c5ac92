package org.jauap;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

	/** The time, for everything that dates or counts days; leases and limits run on Redis' clock instead. */
	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
