package org.jauap.channel.telegram;

import java.time.Clock;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The gateway without its dialogue: what comes in stays in the inbox. Not annotated as a configuration, so that the whole
 * gateway's tests don't find it.
 */
@EnableAutoConfiguration
@ConfigurationPropertiesScan("org.jauap")
@ComponentScan(basePackages = { "org.jauap.redis", "org.jauap.channel", "org.jauap.text", "org.jauap.settings" },
		excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.jauap\\.channel\\.webchat\\..*"))
class ChannelsOnly {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
