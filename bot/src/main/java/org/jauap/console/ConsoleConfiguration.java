package org.jauap.console;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {

	@Bean
	MessageSource messageSource() {
		return new ConsoleTexts();
	}

	@Bean
	LocaleResolver localeResolver() {
		return new Visitor();
	}

}
