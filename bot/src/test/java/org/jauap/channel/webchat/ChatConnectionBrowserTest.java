package org.jauap.channel.webchat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import org.jauap.Chromium;
import org.jauap.GatewayTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.jauap.channel.webchat.ChatScreen.RUBBISH;
import static org.jauap.channel.webchat.ChatScreen.SOON;
import static org.jauap.channel.webchat.ChatScreen.last;
import static org.jauap.channel.webchat.ChatScreen.press;
import static org.jauap.channel.webchat.ChatScreen.reloadUntil;
import static org.jauap.channel.webchat.ChatScreen.submit;
import static org.jauap.channel.webchat.ChatScreen.write;
import static org.assertj.core.api.Assertions.assertThat;

/** The web chat's page in a real browser on bad days: no connection, no cookie, no script, too much text. */
@GatewayTest
class ChatConnectionBrowserTest {

	private static Chromium chromium;

	private final String chat;

	@Autowired
	ChatConnectionBrowserTest(@LocalServerPort int port) {
		this.chat = "http://localhost:" + port + "/chat";
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

	@AfterEach
	void noPageComplained() {
		assertThat(chromium.complaints()).isEmpty();
	}

	@Test
	void withoutAConnectionWhatWasSentGoesOutLaterOnceAndInOrder() {
		try (BrowserContext browser = chromium.open("ru", 360, ColorScheme.LIGHT)) {
			Page page = open(browser);
			browser.setOffline(true);
			write(page, "/help");
			write(page, "/privacy");
			assertThat(page.locator("#connection")).isVisible();
			assertThat(page.locator(".pending")).hasCount(2);
			assertThat(page.locator(".pending .state").first()).containsText("Нет связи");
			Chromium.screenshot(page, "chat-360-light-ru-offline");
			page.locator("#text").fill("недописанное");

			browser.setOffline(false);
			assertThat(page.locator(".pending")).hasCount(0);
			assertThat(page.locator("#connection")).isHidden();
			assertThat(page.locator(".from-gateway")).hasCount(2);
			assertThat(page.locator(".from-citizen .text")).hasText(new String[] { "/help", "/privacy" });
			assertThat(page.locator("#text")).hasValue("недописанное");
			page.reload();
			assertThat(page.locator("#text")).hasValue("недописанное");
			assertThat(page.locator(".line")).hasCount(4);
		}
		chromium.complaints();
	}

	@Test
	void aMessageTheServerCannotTakeYetIsTriedUntilItIsTaken() {
		try (BrowserContext browser = chromium.open("ru", 360, ColorScheme.LIGHT)) {
			Page page = open(browser);
			AtomicInteger tries = new AtomicInteger();
			page.route("**/chat/messages", route -> {
				switch (tries.incrementAndGet()) {
					case 1 -> route.fulfill(new Route.FulfillOptions().setStatus(503));
					// Taken, but the answer is lost on the way.
					case 2 -> {
						route.fetch();
						route.abort();
					}
					default -> route.resume();
				}
			});
			write(page, "/help");
			assertThat(page.locator(".pending .state")).containsText("Ещё не принято, пробуем снова");
			page.locator(".retry").click();
			assertThat(page.locator(".from-citizen .state")).hasClass(Pattern.compile("sent"));
			assertThat(last(page)).containsText("Напишите вопрос обычными словами", SOON);
			page.waitForCondition(() -> tries.get() == 3);
			page.reload();
			assertThat(page.locator(".line")).hasCount(2);
		}
	}

	@Test
	void whenTheCookieIsGoneThePageStartsAnewAndNothingTypedIsLost() {
		try (BrowserContext browser = chromium.open("ru", 360, ColorScheme.LIGHT)) {
			Page page = open(browser);
			browser.clearCookies();
			write(page, "/help");
			assertThat(last(page)).containsText("Напишите вопрос обычными словами", SOON);
			assertThat(page.locator(".line")).hasCount(2);
		}
	}

	@Test
	void whatIsTooLongIsCountedNotCutAndCannotBeSent() {
		try (BrowserContext browser = chromium.open("ru", 360, ColorScheme.LIGHT)) {
			Page page = open(browser);
			page.locator("#text").fill("я".repeat(4000));
			assertThat(page.locator("#counter")).hasText("Осталось знаков: 96");
			page.locator("#text").fill("я".repeat(4100));
			assertThat(page.locator("#counter")).containsText("Лишних знаков: 4.");
			page.locator(".send").dispatchEvent("click");
			assertThat(page.locator(".line")).hasCount(0);
			assertThat(page.locator("#text")).hasValue("я".repeat(4100));
			Chromium.screenshot(page, "chat-360-light-ru-too-long");
		}
	}

	@Test
	void worksWithoutScript() {
		try (BrowserContext browser = chromium.open(options -> options.setLocale("ru").setJavaScriptEnabled(false))) {
			Page page = open(browser);
			assertThat(page.content()).contains("JavaScript выключен");
			page.locator("#text").fill(RUBBISH);
			submit(page, page.locator(".send")::click);
			assertThat(page.locator(".from-citizen")).containsText(RUBBISH);
			reloadUntil(page, "Вопрос принят.");
			submit(page, () -> press(page, "Не то ведомство"));
			reloadUntil(page, "Куда передать");
			assertThat(page.locator(".choice:disabled")).hasText("Не то ведомство");
			submit(page, last(page).locator(".reply")::click);
			assertThat(page.locator("#answering")).containsText("Куда передать");
			page.locator("#menu summary").click();
			submit(page, page.locator("#menu button").first()::click);
			reloadUntil(page, "Ваши вопросы");
			Chromium.screenshot(page, "chat-1280-light-ru-without-script");
		}
	}

	private Page open(BrowserContext browser) {
		Page page = browser.newPage();
		page.navigate(this.chat);
		return page;
	}

}
