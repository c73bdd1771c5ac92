package org.jauap.channel.webchat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.jauap.Chromium;
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
import static org.jauap.channel.webchat.ChatScreen.RUBBISH;
import static org.jauap.channel.webchat.ChatScreen.SOON;
import static org.jauap.channel.webchat.ChatScreen.asks;
import static org.jauap.channel.webchat.ChatScreen.asksAboutRubbish;
import static org.jauap.channel.webchat.ChatScreen.last;
import static org.jauap.channel.webchat.ChatScreen.look;
import static org.jauap.channel.webchat.ChatScreen.press;
import static org.jauap.channel.webchat.ChatScreen.pressUntilFocused;
import static org.jauap.channel.webchat.ChatScreen.write;
import static org.assertj.core.api.Assertions.assertThat;

/** The web chat's page in a real browser, as citizens meet it. */
@GatewayTest
class ChatBrowserTest {

	private static final Official MODERATOR = new Official("moderator", "Главный специалист", Role.MODERATOR, Set.of(),
			Language.RU);

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

}
