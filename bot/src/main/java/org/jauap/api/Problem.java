package org.jauap.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * A request that comes to nothing, and why: RFC 9457's problem details, thrown.
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
final class Problem extends RuntimeException {

	private final Kind kind;

	private final Map<String, Object> members = new LinkedHashMap<>();

	private final HttpHeaders headers = new HttpHeaders();

	private Problem(Kind kind, String detail) {
		super(detail, null, false, false);
		this.kind = kind;
	}

	/** The kinds there are; the name is the last part of the type's URN. */
	enum Kind {

		INVALID(HttpStatus.BAD_REQUEST, "The request can't be understood"),
		UNAUTHORIZED(HttpStatus.UNAUTHORIZED, "A valid bearer token is needed"),
		FORBIDDEN(HttpStatus.FORBIDDEN, "This token may not do that"),
		NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing here"),
		METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This address has no such method"),
		NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "No answer in the wanted form"),
		HELD(HttpStatus.CONFLICT, "Another official holds the question"),
		MOVED(HttpStatus.CONFLICT, "The question has changed"),
		WRONG_STATUS(HttpStatus.CONFLICT, "The question's status doesn't allow it"),
		TAKEN(HttpStatus.CONFLICT, "The name is taken"),
		LAST_ADMINISTRATOR(HttpStatus.CONFLICT, "Nobody would be left to administer the accounts"),
		IN_PROGRESS(HttpStatus.CONFLICT, "The same request is still being carried out"),
		TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
		UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body's form can't be read"),
		UNUSABLE(HttpStatus.UNPROCESSABLE_CONTENT, "The content can't be used"),
		KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The idempotency key belongs to another request"),
		INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here"),
		UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Not available right now");

		private final HttpStatus status;

		private final String title;

		Kind(HttpStatus status, String title) {
			this.status = status;
			this.title = title;
		}

		/** A problem of this kind; {@code detail} tells the caller what to do about it. */
		Problem because(String detail) {
			return new Problem(this, detail);
		}

		HttpStatus status() {
			return this.status;
		}

		String title() {
			return this.title;
		}

	}

	/** A further member that helps programs. */
	Problem with(String member, Object value) {
		this.members.put(member, value);
		return this;
	}

	Problem header(String name, String value) {
		this.headers.set(name, value);
		return this;
	}

	Problem headers(HttpHeaders more) {
		this.headers.putAll(more);
		return this;
	}

	HttpStatus status() {
		return this.kind.status();
	}

	HttpHeaders headers() {
		return this.headers;
	}

	ProblemDetail detail(String path) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(this.kind.status(), getMessage());
		String type = this.kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
		problem.setType(URI.create("urn:jauap:problem:" + type));
		problem.setTitle(this.kind.title());
		try {
			problem.setInstance(new URI(path));
		}
		catch (URISyntaxException _) {
			// An address that is none names nothing.
		}
		this.members.forEach(problem::setProperty);
		return problem;
	}

}
