package org.jauap.api;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jauap.nlp.InvalidDataException;
import org.jauap.understanding.ModelReload;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The model in use, for administrators. */
@RestController
@RequestMapping(path = "/api/v1/models", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Administration")
class ModelController {

	private final ModelReload models;

	ModelController(ModelReload models) {
		this.models = models;
	}

	@PostMapping("/reload")
	@Operation(summary = "Reads messages and concepts anew and takes their model into use, trained if need be; no message is dropped")
	ModelReload.Reloaded reloadModel() {
		try {
			return this.models.reload();
		}
		catch (InvalidDataException | IOException | UncheckedIOException ex) {
			throw Problem.Kind.UNUSABLE.because(ex.getMessage() + "; the model in use stays");
		}
	}

}
