package org.jauap.channel.webchat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.jauap.Chromium;
import org.jauap.Citizen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What a citizen does with the web chat's page, and looks at on it. */
final class ChatScreen {

	static final String RUBBISH = "во дворе уже неделю не вывозят мусор, контейнеры переполнены";

	static final LocatorAssertions.ContainsTextOptions SOON = new LocatorAssertions.ContainsTextOptions()
		.setTimeout(20_000);

	private ChatScreen() {
	}

	static void look(Page page, String name) {
		Chromium.screenshot(page, name);
		Chromium.assertAccessible(page);
	}

	static void write(Page page, String text) {
		page.locator("#text").fill(text);
		page.locator(".send").click();
	}

	static void press(Page page, String label) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true)).last().click();
	}

	static Locator last(Page page) {
		return page.locator(".from-gateway").last();
	}

	/** Asks; where the gateway is not sure and asks back, the first topic is the right one. */
	static void asks(Page page, String words) {
		write(page, words);
		assertThat(last(page).locator(".choice").first()).isVisible();
		if (!last(page).innerText().contains("№")) {
			last(page).locator(".choice").first().click();
		}
		assertThat(last(page)).containsText("№", SOON);
	}

	static String asksAboutRubbish(Page page) {
		asks(page, RUBBISH);
		return Citizen.number(last(page).innerText());
	}

	static void pressUntilFocused(Page page, String key, Locator wanted) {
		for (int i = 0; i < 20; i++) {
			if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
				return;
			}
			page.keyboard().press(key);
		}
		assertThat(wanted).isFocused();
	}

	/** Without script every button sends a form: it has been pressed when the page that answers is there. */
	static void submit(Page page, Runnable pressing) {
		AtomicBoolean answered = new AtomicBoolean();
		page.onLoad(loaded -> answered.set(true));
		pressing.run();
		page.waitForCondition(answered::get);
	}

	static void reloadUntil(Page page, String text) {
		page.waitForCondition(() -> {
			page.reload();
			List<String> said = page.locator(".from-gateway").allInnerTexts();
			return !said.isEmpty() && said.getLast().contains(text);
		});
	}

}
