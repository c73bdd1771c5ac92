package org.jauap.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jauap.channel.Attachment;
import org.jauap.question.Entry;
import org.jauap.question.Question;
import org.jauap.question.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;

/**
 * A question as the API shows it: nothing in it tells who the citizen is.
 *
 * @param because the concepts that decided the routing, in the citizen's language
 * @param model version of the model that read it
 */
record QuestionAnswer(String number, Status status, String agency, @Nullable String intent, double confidence,
		List<String> because, @Nullable String model, String language, String channel, String text, List<File> attachments, Instant receivedAt, Instant dueAt,
		@Nullable String assignee, int version, @Nullable Integer rating, List<Line> timeline) {

	/**
	 * Something the citizen sent beside text.
	 *
	 * @param id unique in the question; the messenger's own reference stays here
	 */
	record File(String id, String kind, @Nullable String name, @Nullable String mimeType, @Nullable Long size,
			@Nullable Double latitude, @Nullable Double longitude) {
	}

	/**
	 * A line of the timeline.
	 *
	 * @param delivery how its way to the citizen went, if it goes there
	 */
	record Line(Instant at, Entry.Kind kind, String by, String text,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String delivery) {
	}

	static QuestionAnswer of(Question question) {
		return new QuestionAnswer(question.number(), question.status(), question.agency(),
				question.intent().isEmpty() ? null : question.intent(), question.confidence(), question.because(),
				question.model().isEmpty() ? null : question.model(), question.language().code(),
				question.conversation().channel(), question.text(), files(question.timeline()), question.receivedAt(),
				question.dueAt(), question.assignee().isEmpty() ? null : question.assignee(), question.version(),
				(question.rating() == 0) ? null : question.rating(),
				question.timeline()
					.stream()
					.map(entry -> new Line(entry.at(), entry.kind(), entry.by(), entry.text(), entry.delivery()))
					.toList());
	}

	/** The question with its version as {@code ETag}, for {@code If-Match} in the next change. */
	static ResponseEntity<QuestionAnswer> entity(Question question) {
		return ResponseEntity.ok().eTag("\"" + question.version() + "\"").body(of(question));
	}

	private static List<File> files(List<Entry> timeline) {
		List<File> files = new ArrayList<>();
		for (int entry = 0; entry < timeline.size(); entry++) {
			List<Attachment> attachments = timeline.get(entry).attachments();
			for (int index = 0; index < attachments.size(); index++) {
				Attachment attachment = attachments.get(index);
				files.add(new File((entry + 1) + "-" + (index + 1), attachment.kind(), attachment.name(),
						attachment.mimeType(), attachment.size(), attachment.latitude(), attachment.longitude()));
			}
		}
		return files;
	}

}
