package org.jauap.api;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jauap.question.QuestionNumber;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Published answers; nothing has been published so far. */
@RestController
@RequestMapping(path = "/api/v1/archive", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Archive")
class ArchiveController {

	@GetMapping
	@SecurityRequirements
	@Operation(summary = "Published answers")
	Listing<QuestionAnswer> published() {
		return Listing.whole(List.of());
	}

	@GetMapping("/{number}")
	@SecurityRequirements
	@Operation(summary = "One published answer")
	QuestionAnswer publishedAnswer(@PathVariable String number) {
		throw Problem.Kind.NOT_FOUND
			.because(QuestionNumber.parse(number).isPresent() ? "no answer is published under this number"
					: "check the number: one character may be wrong");
	}

}
