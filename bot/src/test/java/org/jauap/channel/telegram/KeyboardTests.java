package org.jauap.channel.telegram;

import java.util.List;
import java.util.stream.IntStream;

import org.jauap.channel.Button;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

import static org.assertj.core.api.Assertions.assertThat;

/** Buttons never cost a message its delivery. */
class KeyboardTests {

	@Test
	void noButtonsAreNoKeyboard() {
		assertThat(Keyboard.of(List.of())).isNull();
		assertThat(Keyboard.of(List.of(List.of()))).isNull();
	}

	@Test
	void atMostAHundredButtonsEightInARow() {
		List<List<Button>> rows = IntStream.range(0, 12)
			.mapToObj(row -> IntStream.range(0, 10)
				.<Button>mapToObj(column -> new Button.Tap(row + "/" + column, "b"))
				.toList())
			.toList();

		var keyboard = Keyboard.of(rows).getKeyboard();

		assertThat(keyboard).allSatisfy(row -> assertThat(row).hasSizeBetween(1, 8));
		assertThat(keyboard.stream().mapToInt(List::size).sum()).isEqualTo(100);
	}

	@Test
	void longLabelIsCutBetweenWords() {
		String label = "Министерство ".repeat(10);

		assertThat(only(new Button.Tap(label, "b")).getText()).endsWith("Министерство…").hasSizeLessThanOrEqualTo(64);
	}

	@Test
	void emptyLabelIsLeftOut() {
		assertThat(Keyboard.of(List.of(List.of(new Button.Tap(" ", "b"))))).isNull();
	}

	@Test
	void linkThatTelegramRefusesIsLeftOut() {
		assertThat(Keyboard.of(List.of(List.of(new Button.Link("a", "http://localhost:8080/archive"))))).isNull();
		assertThat(Keyboard.of(List.of(List.of(new Button.Link("a", "javascript:alert(1)"))))).isNull();
		assertThat(only(new Button.Link("a", "https://jauap.kz/archive")).getUrl()).isEqualTo("https://jauap.kz/archive");
	}

	private static InlineKeyboardButton only(Button button) {
		return Keyboard.of(List.of(List.of(button))).getKeyboard().getFirst().getFirst();
	}

}
