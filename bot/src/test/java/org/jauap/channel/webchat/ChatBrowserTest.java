package org.jauap.channel.webchat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.jauap.Chromium;
import org.jauap.Citizen;
import org.jauap.GatewayTest;
import org.jauap.account.Official;
import org.jauap.account.Role;
import org.jauap.nlp.Language;
import org.jauap.question.Command;
import org.jauap.question.CommandResult;
import org.jauap.question.Questions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The web chat's page in a real browser, as citizens meet it. */
@GatewayTest
class ChatBrowserTest {

	private static final Official MODERATOR = new Official("moderator", "Главный специалист", Role.MODERATOR, Set.of(),
			Language.RU);

	private static final String RUBBISH = "во дворе уже неделю не вывозят мусор, контейнеры переполнены";

	private static final LocatorAssertions.ContainsTextOptions SOON = new LocatorAssertions.ContainsTextOptions()
		.setTimeout(20_000);

	private static Chromium chromium;

	private final String chat;

	private final Questions questions;

	@Autowired
	ChatBrowserTest(@LocalServerPort int port, Questions questions) {
		this.chat = "http://localhost:" + port + "/chat";
		this.questions = questions;
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

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ru | во дворе уже неделю не вывозят мусор, контейнеры переполнены | Вопрос принят.               | Не то ведомство | Куда передать
			kk | аулада бір аптадан бері қоқыс шығарылмай жатыр               | Сұрағыңыз қабылданды.        | Орган дұрыс емес | қай органға
			en | the rubbish containers in our yard have not been emptied for a week | Your question is registered. | Wrong agency | Where should
			""")
	void asksInOnesOwnLanguageAndCorrectsTheAgencyWithOneTap(String language, String words, String registered,
			String wrong, String where) {
		try (BrowserContext browser = chromium.open(language, 360, ColorScheme.LIGHT)) {
			Page page = open(browser);
			asks(page, words);
			assertThat(last(page)).containsText(registered);
			assertThat(last(page).locator(".text")).hasAttribute("lang", language);
			assertThat(last(page).locator("strong")).containsText("№ ");

			press(page, wrong);
			assertThat(last(page)).containsText(where, SOON);
			assertThat(page.locator(".choice:disabled").last()).hasText(wrong);
			assertThat(page.locator(".from-citizen").last()).containsText(wrong);
			int lines = page.locator(".line").count();

			page.reload();
			assertThat(page.locator(".choice:disabled").last()).hasText(wrong);
			assertThat(page.locator(".line")).hasCount(lines);
		}
	}

	@Test
	void theAnswerIsThereWhenOneComesBackWithTheCookie() {
		String cookies;
		String number;
		try (BrowserContext browser = chromium.open("ru", 360, ColorScheme.LIGHT)) {
			Page page = open(browser);
			number = asksAboutRubbish(page);
			cookies = browser.storageState();
		}
		assertThat(this.questions.reply(Command.of(MODERATOR), number, "Мусор вывезут завтра: https://egov.kz/waste"))
			.isInstanceOf(CommandResult.Done.class);

		try (BrowserContext browser = chromium.open(options -> options.setLocale("ru").setStorageState(cookies))) {
			Page page = open(browser);
			assertThat(page.locator(".from-citizen")).containsText(RUBBISH);
			assertThat(last(page)).containsText("Мусор вывезут завтра", SOON);
			assertThat(last(page).locator(".text a")).hasAttribute("href", "https://egov.kz/waste");
			press(page, "Решено");
			assertThat(last(page)).containsText("Оцените ответ", SOON);
			press(page, "5");
			assertThat(last(page)).containsText("Спасибо за оценку", SOON);
		}
	}

	@Test
	void anAnswerComesInByItselfAndMarksThePageThatIsNotLookedAt() {
		try (BrowserContext browser = chromium.open("ru", 1440, ColorScheme.LIGHT)) {
			Page page = open(browser);
			String number = asksAboutRubbish(page);
			page.evaluate("Object.defineProperty(document, 'hidden', { configurable: true, get: () => true })");
			this.questions.reply(Command.of(MODERATOR), number, "Мусор вывезли.");
			assertThat(last(page)).containsText("Мусор вывезли.", SOON);
			assertThat(page).hasTitle(Pattern.compile("^\\(1\\) "));

			page.evaluate("delete document.hidden; document.dispatchEvent(new Event('visibilitychange'))");
			assertThat(page).hasTitle(Pattern.compile("^Jauap"));
		}
	}

	@Test
	void everythingCanBeDoneWithTheKeyboardAlone() {
		try (BrowserContext browser = chromium.open("ru", 1440, ColorScheme.LIGHT)) {
			Page page = open(browser);
			assertThat(page.locator("#text")).isFocused();
			page.keyboard().type("во дворе уже неделю не вывозят мусор,");
			page.keyboard().press("Shift+Enter");
			page.keyboard().type("контейнеры переполнены");
			page.keyboard().press("Enter");
			assertThat(last(page)).containsText("Вопрос принят.", SOON);
			assertThat(page.locator(".from-citizen .text")).hasText("во дворе уже неделю не вывозят мусор,\nконтейнеры переполнены");
			assertThat(page.locator("#text")).isFocused();

			pressUntilFocused(page, "Shift+Tab", last(page).locator(".reply"));
			page.keyboard().press("Enter");
			assertThat(page.locator("#answering")).containsText("Вопрос принят.");
			page.keyboard().press("Escape");
			assertThat(page.locator("#answering")).isHidden();

			pressUntilFocused(page, "Shift+Tab", page.getByText("Добавить", new Page.GetByTextOptions().setExact(true)));
			page.keyboard().press("Space");
			assertThat(last(page)).containsText("что добавить к №", SOON);
			page.keyboard().type("Абая, 10");
			page.keyboard().press("Enter");
			assertThat(last(page)).containsText("Добавлено к №", SOON);

			pressUntilFocused(page, "Shift+Tab", page.locator("#menu summary"));
			page.keyboard().press("Enter");
			page.keyboard().press("Tab");
			page.keyboard().press("Enter");
			assertThat(last(page)).containsText("Ваши вопросы", SOON);
			assertThat(page.locator("#menu .panel")).isHidden();
		}
	}

	@Test
	void aReplyToAMessageQuotesIt() {
		try (BrowserContext browser = chromium.open("ru", 1440, ColorScheme.DARK)) {
			Page page = open(browser);
			asksAboutRubbish(page);
			last(page).locator(".reply").click();
			write(page, "адрес: Абая, 10");
			assertThat(page.locator(".from-citizen").last().locator(".quote")).containsText("Вопрос принят. №");
			assertThat(last(page)).containsText("Добавлено к №", SOON);
			assertThat(page.locator("#answering")).isHidden();
		}
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
			page.locator(".send").click();
			assertThat(page.locator(".from-citizen")).containsText(RUBBISH);
			reloadUntil(page, "Вопрос принят.");
			press(page, "Не то ведомство");
			reloadUntil(page, "Куда передать");
			assertThat(page.locator(".choice:disabled")).hasText("Не то ведомство");
			last(page).locator(".reply").click();
			assertThat(page.locator("#answering")).containsText("Куда передать");
			page.locator("#menu summary").click();
			page.locator("#menu button").first().click();
			reloadUntil(page, "Ваши вопросы");
			Chromium.screenshot(page, "chat-1280-light-ru-without-script");
		}
	}

	@ParameterizedTest
	@CsvSource({ "ru,360,LIGHT", "ru,1440,DARK", "kk,360,DARK", "kk,1440,LIGHT", "en,360,LIGHT", "en,1440,DARK" })
	void looksFinishedAndKeepsNobodyOut(String language, int width, ColorScheme light) {
		List<String> words = switch (language) {
			case "kk" -> List.of("аулада бір аптадан бері қоқыс шығарылмай жатыр", "Орган дұрыс емес", "Барлық орган",
					"қай органға");
			case "en" -> List.of("the rubbish containers in our yard have not been emptied for a week", "Wrong agency",
					"All agencies", "Where should");
			default -> List.of(RUBBISH, "Не то ведомство", "Все ведомства", "Куда передать");
		};
		String name = "chat-" + width + "-" + light.name().toLowerCase(java.util.Locale.ROOT) + "-" + language;
		try (BrowserContext browser = chromium.open(language, width, light)) {
			Page page = open(browser);
			look(page, name + "-welcome");
			asks(page, words.get(0));
			look(page, name + "-registered");
			press(page, words.get(1));
			assertThat(last(page)).hasText(Pattern.compile(words.get(3)));
			last(page).locator(".reply").click();
			page.locator("#menu summary").click();
			look(page, name + "-menu");
			page.locator("#menu summary").click();
			press(page, words.get(2));
			assertThat(page.locator(".rows.many")).isVisible();
			look(page, name + "-agencies");
			write(page, "/privacy");
			assertThat(last(page).locator(".text a")).hasText("eotinish.kz");
			look(page, name + "-privacy");
			assertThat((int) page.evaluate("document.documentElement.scrollWidth")).as("nothing sticks out")
				.isLessThanOrEqualTo(width);
		}
	}

	private Page open(BrowserContext browser) {
		Page page = browser.newPage();
		page.navigate(this.chat);
		return page;
	}

	private static void look(Page page, String name) {
		Chromium.screenshot(page, name);
		Chromium.assertAccessible(page);
	}

	private static void write(Page page, String text) {
		page.locator("#text").fill(text);
		page.locator(".send").click();
	}

	private static void press(Page page, String label) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true)).last().click();
	}

	private static Locator last(Page page) {
		return page.locator(".from-gateway").last();
	}

	/** Asks; where the gateway is not sure and asks back, the first topic is the right one. */
	private static void asks(Page page, String words) {
		write(page, words);
		assertThat(last(page).locator(".choice").first()).isVisible();
		if (!last(page).innerText().contains("№")) {
			last(page).locator(".choice").first().click();
		}
		assertThat(last(page)).containsText("№", SOON);
	}

	private static String asksAboutRubbish(Page page) {
		asks(page, RUBBISH);
		return Citizen.number(last(page).innerText());
	}

	private static void pressUntilFocused(Page page, String key, Locator wanted) {
		for (int i = 0; i < 20; i++) {
			if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
				return;
			}
			page.keyboard().press(key);
		}
		assertThat(wanted).isFocused();
	}

	private static void reloadUntil(Page page, String text) {
		page.waitForCondition(() -> {
			page.reload();
			return page.locator(".from-gateway").last().innerText().contains(text);
		});
	}

}
