package org.jauap.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jauap.account.Official;
import org.jauap.channel.Attachment;
import org.jauap.channel.Channel;
import org.jauap.question.Entry;
import org.jauap.question.Question;
import org.jauap.question.Questions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The files citizens sent, fetched from their messenger the moment an official opens one. */
@Controller
class AttachmentPage {

	private static final Logger LOG = LoggerFactory.getLogger(AttachmentPage.class);

	/** Images a browser draws without running anything; all else, SVG above all, is only downloaded. */
	private static final Set<String> DRAWN = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");

	private final Questions questions;

	private final ObjectProvider<Channel> channels;

	private final QuestionPage pages;

	AttachmentPage(Questions questions, ObjectProvider<Channel> channels, QuestionPage pages) {
		this.questions = questions;
		this.channels = channels;
		this.pages = pages;
	}

	/** Streams a file, or says in a page why it can't be had. */
	@GetMapping("/console/questions/{number}/attachments/{entry}/{index}")
	Object open(@PathVariable String number, @PathVariable int entry, @PathVariable int index,
			@AuthenticationPrincipal(expression = "official") Official official, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		Optional<Question> question = this.questions.find(official, number);
		Optional<Attachment> attachment = question.flatMap(found -> at(found.timeline(), entry - 1))
			.map(Entry::attachments)
			.flatMap(files -> at(files, index))
			.filter(file -> file.latitude() == null);
		if (attachment.isEmpty()) {
			return this.pages.problem(HttpStatus.NOT_FOUND, question.isEmpty() ? "absent" : "no-file", "", model,
					request, response);
		}
		try {
			return stream(attachment.get(), question.get().conversation().channel());
		}
		catch (IOException ex) {
			LOG.warn("An attachment of {} could not be fetched: {}", number, ex.getClass().getSimpleName());
			return this.pages.problem(HttpStatus.BAD_GATEWAY, "file-gone", "", model, request, response);
		}
	}

	private ResponseEntity<Resource> stream(Attachment attachment, String channelName) throws IOException {
		Channel channel = this.channels.stream()
			.filter(candidate -> candidate.name().equals(channelName))
			.findFirst()
			.orElseThrow(() -> new IOException("the channel is switched off"));
		Resource file = channel.open(attachment);
		String type = type(attachment);
		boolean drawn = DRAWN.contains(type);
		ContentDisposition disposition = (drawn ? ContentDisposition.inline() : ContentDisposition.attachment())
			.filename(name(attachment), StandardCharsets.UTF_8)
			.build();
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
			.header("X-Content-Type-Options", "nosniff")
			.header("Content-Security-Policy", "default-src 'none'; sandbox")
			.cacheControl(CacheControl.noStore())
			.contentType(drawn ? MediaType.parseMediaType(type) : MediaType.APPLICATION_OCTET_STREAM)
			.body(file);
	}

	private static String type(Attachment attachment) {
		String given = attachment.mimeType();
		if (given != null) {
			return given.toLowerCase(java.util.Locale.ROOT);
		}
		return "photo".equals(attachment.kind()) ? "image/jpeg" : "application/octet-stream";
	}

	/** A file name without anything that could lead elsewhere. */
	private static String name(Attachment attachment) {
		String given = (attachment.name() == null) ? "" : attachment.name().replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_").strip();
		return given.isEmpty() || given.startsWith(".") ? attachment.kind() + given : given;
	}

	private static <T> Optional<T> at(List<T> list, int index) {
		return (index < 0 || index >= list.size()) ? Optional.empty() : Optional.of(list.get(index));
	}

}
