package org.jauap.api;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jauap.agency.Agency;
import org.jauap.agency.Catalogue;
import org.jauap.agency.Names;
import org.jauap.nlp.Classification;
import org.jauap.nlp.Label;
import org.jauap.understanding.Understander;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who answers what, and what a text is about. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Agencies")
class CatalogueController {

	private static final int LONGEST_TEXT = 16_000;

	private final Catalogue catalogue;

	private final Understander understander;

	CatalogueController(Catalogue catalogue, Understander understander) {
		this.catalogue = catalogue;
		this.understander = understander;
	}

	/**
	 * An agency.
	 *
	 * @param deadline working days it has for an answer
	 */
	record AgencyAnswer(String code, Names names, int deadline, List<IntentAnswer> intents) {

		static AgencyAnswer of(Agency agency) {
			return new AgencyAnswer(agency.code(), agency.names(), agency.deadline(),
					agency.intents()
						.stream()
						.map(intent -> new IntentAnswer(intent.label().intent(), intent.names()))
						.toList());
		}

	}

	record IntentAnswer(String code, Names names) {
	}

	record Text(
			@NotBlank(message = "is missing or empty") @Size(max = LONGEST_TEXT,
					message = "is longer than 16000 characters") @Nullable String text,
			@Schema(allowableValues = { "kk", "ru", "en" }) @Nullable String language) {
	}

	record AlternativeAnswer(String agency, String intent, double confidence) {
	}

	/** What the classifier makes of a text; without a label agency and intent are null. */
	record ClassificationAnswer(String language,
			@Schema(allowableValues = { "route", "ask", "out-of-scope", "emergency" }) String decision,
			@Nullable String agency, @Nullable String intent, double confidence, List<String> because,
			List<AlternativeAnswer> alternatives, String model) {

		static ClassificationAnswer of(Classification found) {
			Label label = found.label();
			return new ClassificationAnswer(found.language().code(), found.decision().code(),
					(label == null) ? null : label.agency(), (label == null) ? null : label.intent(), found.confidence(),
					found.because(),
					found.alternatives()
						.stream()
						.map(other -> new AlternativeAnswer(other.label().agency(), other.label().intent(),
								other.confidence()))
						.toList(),
					found.model());
		}

	}

	@GetMapping("/agencies")
	@SecurityRequirements
	@Operation(summary = "The catalogue: agencies and what they answer")
	Listing<AgencyAnswer> agencies() {
		return Listing.whole(this.catalogue.agencies().stream().map(AgencyAnswer::of).toList());
	}

	@PostMapping("/classify")
	@Operation(summary = "What a text is about, and what would be done with it")
	ClassificationAnswer classify(@Valid @RequestBody Text text) {
		return ClassificationAnswer.of(this.understander.understand(java.util.Objects.requireNonNull(text.text()),
				Readable.language(text.language()).orElse(null)));
	}

}
