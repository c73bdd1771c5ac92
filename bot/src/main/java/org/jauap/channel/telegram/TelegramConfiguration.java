package org.jauap.channel.telegram;

import java.time.Clock;
import java.time.Duration;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import org.jauap.channel.Inbox;
import org.jauap.redis.Ownership;
import org.jauap.text.Texts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Telegram, if there is a token: by webhook if it has a public address, else by long polling. */
@Configuration(proxyBeanMethods = false)
class TelegramConfiguration {

	/** How long Telegram holds a call for which there is no update yet. */
	private static final Duration LONG_POLL = Duration.ofSeconds(25);

	TelegramConfiguration(TelegramSettings settings) {
		settings.check();
	}

	/** Opens when Telegram could not be reached several times in a row; it never repeats anything. */
	static CircuitBreakerConfig circuit(Duration open) {
		return CircuitBreakerConfig.custom()
			.slidingWindowSize(10)
			.minimumNumberOfCalls(5)
			.failureRateThreshold(80)
			.waitDurationInOpenState(open)
			.permittedNumberOfCallsInHalfOpenState(2)
			.maxWaitDurationInHalfOpenState(Duration.ofSeconds(30))
			.build();
	}

	@Configuration(proxyBeanMethods = false)
	@Conditional(TelegramIsOn.class)
	static class Bot {

		@Bean
		BotApi botApi(TelegramSettings settings) {
			return new BotApi(settings.server(), settings.botToken());
		}

		@Bean
		Introduction telegramIntroduction(BotApi api) {
			return Introduction.to(api);
		}

		@Bean
		Link telegramLink(Clock clock) {
			return new Link(clock);
		}

		@Bean
		Courtesies telegramCourtesies(BotApi api, MeterRegistry metrics) {
			return new Courtesies(api, metrics);
		}

		@Bean
		CircuitBreaker telegramCircuit(CircuitBreakerRegistry circuits) {
			return circuits.circuitBreaker(TelegramChannel.NAME, circuit(Duration.ofSeconds(10)));
		}

		@Bean
		TelegramChannel telegramChannel(BotApi api, TelegramSettings settings, CircuitBreaker telegramCircuit,
				Courtesies courtesies, Link link, MeterRegistry metrics) {
			return new TelegramChannel(api, settings.messagesPerSecond(), telegramCircuit, courtesies, link, metrics);
		}

		@Bean
		Intake telegramIntake(TelegramSettings settings, Inbox inbox, StringRedisTemplate redis,
				Courtesies courtesies, MeterRegistry metrics, Clock clock) {
			return new Intake(settings.botId(), inbox, redis, courtesies, metrics, clock);
		}

		@Bean
		MyCommands telegramCommands(BotApi api, Texts texts, Link link) {
			return new MyCommands(api, texts, link);
		}

		@Bean
		WebhookSecret telegramWebhookSecret(TelegramSettings settings, StringRedisTemplate redis) {
			return WebhookSecret.of(settings, redis);
		}

		@Bean
		Duty telegramDuty(TelegramSettings settings, BotApi api, Intake intake, WebhookSecret secret, Link link,
				MyCommands commands) {
			return (settings.webhookUrl() == null) ? new Poller(api, intake, link, commands, LONG_POLL)
					: new WebhookRegistration(api, settings.webhookAddress(), secret.value(), link, commands);
		}

		@Bean
		Watch telegramWatch(Ownership ownership, TelegramSettings settings, Duty duty) {
			return new Watch(ownership, settings.key("poller"), duty);
		}

		@Bean
		TelegramHealth telegramHealthIndicator(Introduction introduction, Link link, CircuitBreaker telegramCircuit,
				Watch watch, TelegramSettings settings) {
			return new TelegramHealth(introduction, link, telegramCircuit, watch,
					(settings.webhookUrl() == null) ? "polling" : "webhook");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Conditional(WebhookIsOn.class)
	static class Webhook {

		/** Telegram signs in with its secret token; the controller compares it. */
		@Bean
		@Order(0)
		SecurityFilterChain telegramWebhookSecurity(HttpSecurity http) throws Exception {
			return http.securityMatcher(TelegramSettings.WEBHOOK_PATH)
				.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
				.csrf(AbstractHttpConfigurer::disable)
				.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
				.requestCache(AbstractHttpConfigurer::disable)
				.securityContext(AbstractHttpConfigurer::disable)
				.build();
		}

	}

	/** There is a token. */
	static class TelegramIsOn implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return isSet(context.getEnvironment(), "token");
		}

	}

	/** There is a token and a public address. */
	static class WebhookIsOn implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return isSet(context.getEnvironment(), "token") && isSet(context.getEnvironment(), "webhook-url");
		}

	}

	private static boolean isSet(Environment environment, String name) {
		return !environment.getProperty("jauap.telegram." + name, "").isBlank();
	}

}
