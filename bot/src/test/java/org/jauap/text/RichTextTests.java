package org.jauap.text;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RichTextTests {

	@Test
	void aShortTextStaysWhole() {
		assertThat(RichText.plain("сәлем").split(4096)).containsExactly(RichText.plain("сәлем"));
		assertThat(RichText.plain("").split(4096)).hasSize(1);
	}

	@Test
	void aLongTextBreaksBetweenWords() {
		String words = "слово ".repeat(2000).strip();

		List<RichText> parts = RichText.plain(words).split(4096);

		assertThat(parts).allSatisfy(part -> {
			assertThat(part.text().length()).isLessThanOrEqualTo(4096);
			assertThat(part.text()).startsWith("слово").endsWith("слово");
		});
		assertThat(parts.stream().map(RichText::text).collect(Collectors.joining(" "))).isEqualTo(words);
	}

	@Test
	void aLineEndIsTheBetterBreak() {
		String lines = ("x".repeat(99) + " y\n").repeat(50);

		assertThat(RichText.plain(lines).split(1000).getFirst().text()).endsWith(" y");
	}

	@ParameterizedTest
	@ValueSource(strings = { "😀", "👩‍👩‍👧‍👦", "🇰🇿", "é" })
	void noCharacterAsAReaderSeesItIsBroken(String character) {
		String many = character.repeat(3000);

		List<RichText> parts = RichText.plain(many).split(4096);

		assertThat(parts.stream().map(RichText::text).collect(Collectors.joining())).isEqualTo(many);
		assertThat(parts).allSatisfy(part -> {
			assertThat(part.text().length()).isLessThanOrEqualTo(4096);
			assertThat(part.text().replace(character, "")).isEmpty();
		});
	}

	@Test
	void boldGoesWithItsPart() {
		RichText text = new RichText("a".repeat(10) + " " + "b".repeat(10), List.of(new RichText.Bold(8, 6)));

		List<RichText> parts = text.split(12);

		assertThat(parts.get(0).bold()).containsExactly(new RichText.Bold(8, 2));
		assertThat(parts.get(1).bold()).containsExactly(new RichText.Bold(0, 3));
	}

}
