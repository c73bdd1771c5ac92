package org.jauap.api;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jauap.account.ApiToken;
import org.jauap.account.ApiTokens;
import org.jauap.account.Official;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Bearer tokens, for administrators. */
@RestController
@RequestMapping(path = "/api/v1/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Administration")
class TokenController {

	private final ApiTokens tokens;

	private final Rights rights;

	TokenController(ApiTokens tokens, Rights rights) {
		this.tokens = tokens;
		this.rights = rights;
	}

	record NewToken(@NotNull(message = "is missing") @Nullable String name,
			@Schema(allowableValues = { "official", "lead", "press", "moderator", "auditor",
					"admin" }) @NotNull(message = "is missing") @Nullable String role,
			@Nullable Set<String> agencies) {
	}

	/**
	 * A token's description.
	 *
	 * @param token the secret, only in the answer to the request that made it
	 */
	record TokenAnswer(String id, String name, String role, Set<String> agencies, Instant createdAt, String createdBy,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {

		static TokenAnswer of(ApiToken description, @Nullable String token) {
			return new TokenAnswer(description.id(), description.name(), description.role().code(),
					new TreeSet<>(description.agencies()), description.createdAt(), description.createdBy(), token);
		}

	}

	@GetMapping
	@Operation(summary = "All tokens, without their secrets")
	Listing<TokenAnswer> tokens() {
		return Listing.whole(this.tokens.list().stream().map(token -> TokenAnswer.of(token, null)).toList());
	}

	@PostMapping
	@Operation(summary = "Makes a token; its secret is in this answer only")
	ResponseEntity<TokenAnswer> createToken(@Caller Official official, @Valid @RequestBody NewToken wanted) {
		String name = String.valueOf(wanted.name()).strip();
		if (!ApiTokens.isName(name)) {
			throw Problems.field("name", "must have 1 to 64 letters, digits, spaces or . _ -, and not be '"
					+ ApiTokens.ADMINISTRATORS + "'");
		}
		ApiTokens.Created created = this.tokens
			.create(name, Rights.role(wanted.role()), this.rights.agencies(wanted.agencies()), official)
			.orElseThrow(() -> Problem.Kind.TAKEN.because("there is a token of this name; choose another"));
		return ResponseEntity.created(URI.create("/api/v1/tokens/" + created.description().id()))
			.body(TokenAnswer.of(created.description(), created.token()));
	}

	@DeleteMapping("/{id}")
	@Operation(summary = "Takes a token's right away, at once")
	ResponseEntity<Void> deleteToken(@PathVariable String id) {
		if (!this.tokens.delete(id)) {
			throw Problem.Kind.NOT_FOUND.because("there is no token with this id");
		}
		return ResponseEntity.noContent().build();
	}

}
