package org.jauap.api;

import java.util.List;

import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new CommandArgument());
	}

	/** A number is no text, and a text is no truth value: whoever sends the wrong type is told so. */
	@Bean
	JsonMapperBuilderCustomizer strictTypes() {
		return builder -> {
			for (LogicalType type : List.of(LogicalType.Textual, LogicalType.Boolean)) {
				for (CoercionInputShape shape : List.of(CoercionInputShape.Integer, CoercionInputShape.Float,
						CoercionInputShape.Boolean, CoercionInputShape.String, CoercionInputShape.EmptyString)) {
					boolean right = switch (shape) {
						case String, EmptyString -> type == LogicalType.Textual;
						case Boolean -> type == LogicalType.Boolean;
						default -> false;
					};
					if (!right) {
						builder.withCoercionConfig(type, config -> config.setCoercion(shape, CoercionAction.Fail));
					}
				}
			}
		};
	}

}
