package org.jauap.api;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jauap.account.Accounts;
import org.jauap.account.Accounts.Account;
import org.jauap.account.Official;
import org.jauap.account.Role;
import org.jauap.nlp.Language;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The officials' accounts, for administrators. */
@RestController
@RequestMapping(path = "/api/v1/officials", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Administration")
class OfficialController {

	private static final int LONGEST_POSITION = 200;

	private final Accounts accounts;

	private final Rights rights;

	OfficialController(Accounts accounts, Rights rights) {
		this.accounts = accounts;
		this.rights = rights;
	}

	record NewOfficial(@NotNull(message = "is missing") @Nullable String name, @Nullable String position,
			@Schema(allowableValues = { "official", "lead", "press", "moderator", "auditor",
					"admin" }) @NotNull(message = "is missing") @Nullable String role,
			@Nullable Set<String> agencies, @Schema(allowableValues = { "kk", "ru", "en" }) @Nullable String language,
			@NotNull(message = "is missing") @Nullable String password) {
	}

	/** What changes; what is missing stays as it is. */
	record ChangedOfficial(@Nullable String position, @Nullable String role, @Nullable Set<String> agencies,
			@Nullable String language, @Nullable Boolean enabled, @Nullable String password) {
	}

	record OfficialAnswer(String name, String position, String role, Set<String> agencies, String language,
			boolean enabled, Instant createdAt) {

		static OfficialAnswer of(Account account) {
			Official official = account.official();
			return new OfficialAnswer(official.name(), official.position(), official.role().code(),
					new TreeSet<>(official.agencies()), official.language().code(), account.enabled(),
					account.createdAt());
		}

	}

	@GetMapping
	@Operation(summary = "All accounts")
	Listing<OfficialAnswer> officials() {
		return Listing.whole(this.accounts.all().stream().map(OfficialAnswer::of).toList());
	}

	@PostMapping
	@Operation(summary = "Makes an account")
	ResponseEntity<OfficialAnswer> createOfficial(@Valid @RequestBody NewOfficial wanted) {
		String name = String.valueOf(wanted.name());
		if (!Accounts.isName(name)) {
			throw Problems.field("name", "must have 2 to 64 small Latin letters, digits or . _ @ -");
		}
		Official official = new Official(name, position(wanted.position(), ""), Rights.role(wanted.role()),
				this.rights.agencies(wanted.agencies()), Readable.language(wanted.language()).orElse(Language.RU));
		if (!this.accounts.create(official, password(String.valueOf(wanted.password())))) {
			throw Problem.Kind.TAKEN.because("there is an official of this name; choose another");
		}
		return ResponseEntity.created(URI.create("/api/v1/officials/" + name)).body(answer(name));
	}

	@PatchMapping("/{name}")
	@Operation(summary = "Changes an account", description = "A changed role, a new password and 'enabled' count at once")
	OfficialAnswer changeOfficial(@PathVariable String name, @Valid @RequestBody ChangedOfficial wanted) {
		Account account = this.accounts.find(name).orElseThrow(OfficialController::absent);
		Official was = account.official();
		Official official = new Official(name, position(wanted.position(), was.position()),
				(wanted.role() == null) ? was.role() : Rights.role(wanted.role()),
				(wanted.agencies() == null) ? was.agencies() : this.rights.agencies(wanted.agencies()),
				Readable.language(wanted.language()).orElse(was.language()));
		boolean enabled = (wanted.enabled() == null) ? account.enabled() : wanted.enabled();
		if ((!enabled || official.role() != Role.ADMIN) && this.accounts.isLastAdministrator(name)) {
			throw Problem.Kind.LAST_ADMINISTRATOR.because("make another administrator first");
		}
		String password = (wanted.password() == null) ? null : password(wanted.password());
		this.accounts.change(official, enabled);
		if (password != null) {
			this.accounts.changePassword(name, password);
		}
		return answer(name);
	}

	private OfficialAnswer answer(String name) {
		return this.accounts.find(name).map(OfficialAnswer::of).orElseThrow(OfficialController::absent);
	}

	private static Problem absent() {
		return Problem.Kind.NOT_FOUND.because("there is no official of this name");
	}

	private static String position(@Nullable String given, String otherwise) {
		String position = (given == null) ? otherwise : given.strip();
		if (position.length() > LONGEST_POSITION) {
			throw Problems.field("position", "is longer than " + LONGEST_POSITION + " characters");
		}
		return position;
	}

	private static String password(String given) {
		if (!Accounts.isPassword(given)) {
			throw Problems.field("password", "must have at least " + Accounts.SHORTEST_PASSWORD
					+ " characters, and at most " + Accounts.LONGEST_PASSWORD + " bytes");
		}
		return given;
	}

}
