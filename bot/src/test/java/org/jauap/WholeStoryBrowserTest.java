package org.jauap;

import java.util.UUID;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.jauap.account.Accounts;
import org.jauap.account.Official;
import org.jauap.account.Role;
import org.jauap.nlp.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main job with a browser on both sides: the citizen's first message in the web chat, the official's answer in the
 * console, and the citizen's verdict on it. Leaves the pictures that the README shows.
 */
@GatewayTest
class WholeStoryBrowserTest {

	private static final String PASSWORD = "correct horse battery";

	private static final LocatorAssertions.ContainsTextOptions SOON = new LocatorAssertions.ContainsTextOptions()
		.setTimeout(20_000);

	private static Chromium chromium;

	private final String url;

	private final Accounts accounts;

	@Autowired
	WholeStoryBrowserTest(@LocalServerPort int port, Accounts accounts) {
		this.url = "http://localhost:" + port;
		this.accounts = accounts;
	}

	@BeforeAll
	static void start() {
		chromium = Chromium.start();
	}

	@AfterAll
	static void stop() {
		if (chromium != null) {
			chromium.close();
		}
	}

	@Test
	void fromTheFirstMessageToTheVerdict() {
		Official official = new Official("aigul-" + UUID.randomUUID().toString().substring(0, 8),
				"Главный специалист отдела благоустройства", Role.MODERATOR, java.util.Set.of(), Language.RU);
		this.accounts.create(official, PASSWORD);
		try (BrowserContext home = chromium.open("ru", 640, ColorScheme.LIGHT);
				BrowserContext office = chromium.open("ru", 1440, ColorScheme.LIGHT)) {
			Page chat = home.newPage();
			chat.navigate(this.url + "/chat");
			String number = asks(chat);

			Page console = office.newPage();
			signIn(console, official);
			console.navigate(this.url + "/console/questions/" + number);
			assertThat(console.locator("#question-title")).isVisible();
			// Keys work once the page's script does.
			assertThat(console.locator("html")).hasAttribute("data-live", "on");
			console.keyboard().press("c");
			assertThat(console.locator("#notices .notice-ok")).isVisible();
			console.keyboard().press("r");
			console.locator("#text-reply").fill("Спасибо, что сообщили. Подрядчик вывезет мусор завтра до 12:00.");
			// Before the first picture: taking one leaves empty style attributes, of which the page then complains.
			assertThat(chromium.complaints()).isEmpty();
			Chromium.screenshot(console, "story-console");
			console.locator("#text-reply").press("Control+Enter");
			assertThat(console.locator(".kind-replied .delivery-delivered")).isVisible();

			assertThat(chat.locator(".line").last()).containsText("Подрядчик вывезет мусор завтра", SOON);
			assertThat(chat.locator(".line").last()).containsText(number);
			Chromium.screenshot(chat, "story-chat");
			press(chat, "Решено");
			assertThat(chat.locator(".line").last()).containsText("Оцените ответ", SOON);
			press(chat, "5");
			assertThat(chat.locator(".line").last()).containsText("Спасибо за оценку", SOON);
			assertThat(console.locator(".kind-rated")).isVisible();
		}
	}

	/** Asks, and gives the number on the card; where the gateway asked back, the first topic is tapped. */
	private static String asks(Page chat) {
		chat.locator("#text").fill("во дворе уже неделю не вывозят мусор, контейнеры переполнены");
		chat.locator("#text").press("Enter");
		assertThat(chat.locator(".line").last()).containsText("№ ", SOON);
		return Citizen.number(chat.locator(".line").last().innerText());
	}

	private static void press(Page chat, String label) {
		chat.locator(".line").last()
			.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON,
					new com.microsoft.playwright.Locator.GetByRoleOptions().setName(label).setExact(true))
			.click();
	}

	private void signIn(Page console, Official official) {
		console.navigate(this.url + "/console/login?lang=ru");
		console.locator("#username").fill(official.name());
		console.locator("#password").fill(PASSWORD);
		console.locator("button.btn-primary").click();
		assertThat(console.locator("#views")).isVisible();
	}

}
