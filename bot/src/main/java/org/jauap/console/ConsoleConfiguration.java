package org.jauap.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jauap.nlp.Language;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration implements WebMvcConfigurer {

	@Bean
	MessageSource messageSource() {
		return new ConsoleTexts();
	}

	@Bean
	LocaleResolver localeResolver() {
		return new Visitor();
	}

	/** A language asked for in an address stays for the pages after it. */
	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new HandlerInterceptor() {
			@Override
			public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
				String asked = request.getParameter("lang");
				if (asked != null && Language.of(asked).isPresent()) {
					Visitor.remember(request, response, Visitor.LANGUAGE_COOKIE, asked);
				}
				return true;
			}
		}).addPathPatterns("/", "/console/**");
	}

}
