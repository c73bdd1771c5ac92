package org.jauap.channel.telegram;

import java.util.ArrayList;
import java.util.List;

import okhttp3.HttpUrl;
import org.jauap.channel.Button;
import org.jauap.text.RichText;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Buttons as an inline keyboard that Telegram takes. */
final class Keyboard {

	/** Telegram refuses a message with more. */
	static final int MOST_BUTTONS = 100;

	static final int MOST_IN_A_ROW = 8;

	static final int LONGEST_LABEL = 64;

	private Keyboard() {
	}

	static @Nullable InlineKeyboardMarkup of(List<List<Button>> rows) {
		List<InlineKeyboardRow> keyboard = new ArrayList<>();
		int count = 0;
		for (List<Button> buttons : rows) {
			InlineKeyboardRow row = new InlineKeyboardRow();
			for (Button button : buttons) {
				if (!isAcceptable(button) || count == MOST_BUTTONS) {
					continue;
				}
				if (row.size() == MOST_IN_A_ROW) {
					keyboard.add(row);
					row = new InlineKeyboardRow();
				}
				row.add(button(button));
				count++;
			}
			if (!row.isEmpty()) {
				keyboard.add(row);
			}
		}
		return keyboard.isEmpty() ? null : new InlineKeyboardMarkup(keyboard);
	}

	/** One bad button would cost the whole message: better without it. */
	private static boolean isAcceptable(Button button) {
		return !button.label().isBlank() && switch (button) {
			case Button.Tap _ -> true;
			case Button.Link link -> isPublic(link.url());
		};
	}

	/** Telegram takes no link to a host without a dot, such as {@code localhost}. */
	private static boolean isPublic(String url) {
		HttpUrl parsed = HttpUrl.parse(url);
		return parsed != null && parsed.host().contains(".");
	}

	private static InlineKeyboardButton button(Button button) {
		InlineKeyboardButton made = new InlineKeyboardButton(label(button.label()));
		switch (button) {
			case Button.Tap tap -> made.setCallbackData(tap.data());
			case Button.Link link -> made.setUrl(link.url());
		}
		return made;
	}

	private static String label(String label) {
		return (label.length() <= LONGEST_LABEL) ? label
				: RichText.plain(label).split(LONGEST_LABEL - 1).getFirst().text() + "…";
	}

}
