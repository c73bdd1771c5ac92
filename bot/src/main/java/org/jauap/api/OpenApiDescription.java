package org.jauap.api;

import java.util.Map;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /v3/api-docs} says beside what the controllers themselves tell. */
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {

	private static final String PROBLEM = "Problem";

	@Bean
	OpenAPI openApi() {
		Schema<?> problem = new ObjectSchema().description("RFC 9457")
			.addProperty("type", new StringSchema().example("urn:jauap:problem:held"))
			.addProperty("title", new StringSchema())
			.addProperty("status", new IntegerSchema())
			.addProperty("detail", new StringSchema())
			.addProperty("instance", new StringSchema());
		return new OpenAPI()
			.info(new Info().title("Jauap")
				.version("v1")
				.description("Citizens' questions and the agencies' answers. Errors are problem details (RFC 9457); times "
						+ "are RFC 3339 in UTC. A write with an Idempotency-Key is carried out once in 24 hours.")
				.license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
			.components(new Components().addSchemas(PROBLEM, problem)
				.addSecuritySchemes("bearer", new SecurityScheme().type(SecurityScheme.Type.HTTP)
					.scheme("bearer")
					.description("A token made in the console, or with POST /api/v1/tokens")))
			.addSecurityItem(new SecurityRequirement().addList("bearer"));
	}

	@Bean
	OpenApiCustomizer problemsAndHeaders() {
		return api -> api.getPaths()
			.forEach((path, item) -> item.readOperationsMap()
				.forEach((method, operation) -> complete(path, method, operation)));
	}

	private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
		// An empty list says that the operation is public.
		boolean needsToken = operation.getSecurity() == null || !operation.getSecurity().isEmpty();
		boolean writes = method != PathItem.HttpMethod.GET;
		boolean question = path.contains("/questions/{number}");
		problem(operation, 400, "a parameter, a header or the body can't be understood");
		problem(operation, 503, "not available right now; try again after Retry-After");
		if (needsToken) {
			problem(operation, 401, "no token, or nobody's");
			problem(operation, 403, "the token may not do that");
		}
		if (path.contains("{")) {
			problem(operation, 404, "there is no such thing, or the token may not read it");
		}
		if (writes) {
			problem(operation, 409, question ? "held by another official, changed since, in another status, or still in progress"
					: "taken, or still in progress");
			problem(operation, 413, "the body is larger than 256 KB");
			problem(operation, 415, "the body is no JSON");
			problem(operation, 422, "the content can't be used, or the key belongs to another request");
			operation.addParametersItem(header(Idempotency.HEADER,
					"up to 200 characters: the same key gives the first answer again and does nothing"));
			if (question) {
				operation.addParametersItem(header("If-Match", "the version on which the change is based, e.g. \"7\""));
			}
		}
		if (question && !path.endsWith("/citizen")) {
			operation.getResponses()
				.get("200")
				.setHeaders(Map.of("ETag", new Header().description("the version").schema(new StringSchema())));
		}
	}

	private static HeaderParameter header(String name, String description) {
		HeaderParameter header = new HeaderParameter();
		header.name(name).description(description).required(false).schema(new StringSchema());
		return header;
	}

	private static void problem(Operation operation, int status, String description) {
		operation.getResponses()
			.addApiResponse(Integer.toString(status),
					new ApiResponse().description(description)
						.content(new Content().addMediaType("application/problem+json",
								new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
	}

}
