package org.jauap.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Whatever goes wrong under {@code /api/}, told as a {@link Problem}; what goes wrong elsewhere is left to the pages. */
@Component
class Problems implements HandlerExceptionResolver, Ordered {

	private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

	private final JsonMapper json;

	Problems(JsonMapper json) {
		this.json = json;
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception ex) {
		if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
			return null;
		}
		try {
			write(request, response, problem(ex));
		}
		catch (IOException _) {
			LOG.debug("The client has gone");
		}
		return new ModelAndView();
	}

	/** Answers with the problem, unless another answer is on its way. */
	void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
		if (response.isCommitted()) {
			return;
		}
		response.resetBuffer();
		response.setStatus(problem.status().value());
		problem.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.getOutputStream().write(this.json.writeValueAsBytes(problem.detail(request.getRequestURI())));
	}

	Problem problem(Exception ex) {
		return switch (ex) {
			case Problem problem -> problem;
			case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
			case MethodArgumentNotValidException invalid -> invalid(invalid);
			case MethodArgumentTypeMismatchException mismatch -> field(mismatch.getName(), "has a value of the wrong type");
			case DataAccessException _ -> unavailable(ex);
			case ErrorResponse answer -> answer(answer);
			default -> internal(ex);
		};
	}

	private static Problem unreadable(HttpMessageNotReadableException ex) {
		return switch (ex.getCause()) {
			case StreamReadException broken when broken.getLocation() != null -> Problem.Kind.INVALID.because(
					"the body is not JSON; see line %d, column %d".formatted(broken.getLocation().getLineNr(),
							broken.getLocation().getColumnNr()));
			case JacksonException wrong when !wrong.getPath().isEmpty() -> {
				List<String> path = wrong.getPath()
					.stream()
					.map(JacksonException.Reference::getPropertyName)
					.filter(java.util.Objects::nonNull)
					.toList();
				yield field(String.join(".", path), "has a value of the wrong type");
			}
			case JacksonException _ -> Problem.Kind.INVALID.because("the body must be a JSON object");
			case null, default -> Problem.Kind.INVALID.because("the body is missing; send a JSON object in UTF-8");
		};
	}

	private static Problem invalid(MethodArgumentNotValidException ex) {
		FieldError error = ex.getBindingResult().getFieldError();
		return (error == null) ? Problem.Kind.INVALID.because("a value is missing or wrong")
				: field(error.getField(), String.valueOf(error.getDefaultMessage()));
	}

	/** A problem with one field of the body, or one parameter. */
	static Problem field(String field, String whatIsWrong) {
		return Problem.Kind.INVALID.because("'" + field + "' " + whatIsWrong).with("field", field);
	}

	private static Problem unavailable(Exception ex) {
		LOG.warn("A request could not be served by Redis: {}", NestedExceptionUtils.getMostSpecificCause(ex).toString());
		return Problem.Kind.UNAVAILABLE.because("the store can't be reached; nothing is lost, try again in a few seconds")
			.header(HttpHeaders.RETRY_AFTER, "5");
	}

	private static Problem answer(ErrorResponse answer) {
		Problem.Kind kind = switch (answer.getStatusCode().value()) {
			case 404 -> Problem.Kind.NOT_FOUND;
			case 405 -> Problem.Kind.METHOD_NOT_ALLOWED;
			case 406 -> Problem.Kind.NOT_ACCEPTABLE;
			case 413 -> Problem.Kind.TOO_LARGE;
			case 415 -> Problem.Kind.UNSUPPORTED_MEDIA_TYPE;
			case 503 -> Problem.Kind.UNAVAILABLE;
			default -> answer.getStatusCode().is4xxClientError() ? Problem.Kind.INVALID : Problem.Kind.INTERNAL;
		};
		String detail = (kind == Problem.Kind.NOT_FOUND) ? "there is no such address; see /v3/api-docs"
				: answer.getBody().getDetail();
		return kind.because((detail == null) ? kind.title() : detail).headers(answer.getHeaders());
	}

	/** No words of anybody's in the log: only what kind of failure it was, and where. */
	private static Problem internal(Exception ex) {
		LOG.error("A request failed: {} at {}", ex.getClass().getName(),
				(ex.getStackTrace().length > 0) ? ex.getStackTrace()[0] : "?");
		return Problem.Kind.INTERNAL.because("this is our fault; try again, and tell the operator if it stays so");
	}

}
