package org.jauap.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.SoftAssertions;
import org.jauap.Citizen;
import org.jauap.GatewayTest;
import org.jauap.account.Accounts;
import org.jauap.account.Official;
import org.jauap.account.Role;
import org.jauap.channel.Inbox;
import org.jauap.nlp.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** An official's work in a real browser, and what the pages look like. */
@GatewayTest
class ConsoleBrowserTest {

	private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

	private static final String PASSWORD = "correct horse battery";

	private static Playwright playwright;

	private static Browser browser;

	@LocalServerPort
	private int port;

	@Autowired
	private Inbox inbox;

	@Autowired
	private StringRedisTemplate redis;

	@Autowired
	private Accounts accounts;

	private BrowserContext context;

	private Page page;

	private final SoftAssertions softly = new SoftAssertions();

	@BeforeAll
	static void startBrowser() {
		Assumptions.assumeTrue(Files.isExecutable(CHROMIUM),
				"Browser tests are skipped: there is no /usr/bin/chromium; install it with 'apt-get install chromium'");
		playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		browser = playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(List.of("--no-sandbox")));
		PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
	}

	@AfterAll
	static void stopBrowser() {
		if (playwright != null) {
			playwright.close();
		}
	}

	@BeforeEach
	void openContext() {
		open(1440, 900, ColorScheme.LIGHT, true);
	}

	@AfterEach
	void closeContext() {
		this.context.close();
	}

	@Test
	void aQuestionArrivesIsClaimedByKeyAndAnsweredByKey() {
		String file = Integer.toString(100_000 + new SecureRandom().nextInt(900_000));
		signIn(official(Language.EN));
		this.page.navigate(url("/console/inbox?view=new&q=" + file));
		assertThat(this.page.locator("#list")).containsText("Nothing fits");
		assertThat(this.page.locator("html")).hasAttribute("data-live", "on");
		Citizen citizen = new Citizen(this.inbox, this.redis, "ru");
		String number = asks(citizen, "Где мне оформить пенсию по возрасту, какие нужны документы? Дело " + file);
		Locator row = this.page.locator(".row-item[data-number='" + number + "']");
		assertThat(row).isVisible();
		row.locator("a").click();
		assertThat(this.page).hasURL(java.util.regex.Pattern.compile(".*/console/questions/" + number + ".*"));
		assertThat(this.page.locator("#question-title")).containsText("Pension");
		// Keys work once the page's script does.
		assertThat(this.page.locator("html")).hasAttribute("data-live", "on");
		this.page.keyboard().press("c");
		assertThat(this.page.locator("#notices")).containsText("is yours");
		this.page.keyboard().press("r");
		this.page.keyboard().type("Обратитесь в ЦОН с удостоверением личности.");
		this.page.keyboard().press("Control+Enter");
		assertThat(this.page.locator("#notices")).containsText("on its way");
		assertThat(this.page.locator(".kind-replied .delivery-delivered")).isVisible();
		assertThat(citizen.reads()).contains(number).contains("Обратитесь в ЦОН");
	}

	@Test
	void whatIsTypedSurvivesAReloadAndAChangeByAnother() {
		Official official = official(Language.EN);
		Citizen citizen = new Citizen(this.inbox, this.redis, "ru");
		String number = asks(citizen, "Почему пенсия за ноябрь пришла меньше, чем за октябрь?");
		signIn(official);
		this.page.navigate(url("/console/questions/" + number));
		this.page.locator("#text-reply").fill("Перерасчёт сделан");
		this.page.reload();
		assertThat(this.page.locator("#text-reply")).hasValue("Перерасчёт сделан");
		citizen.writes("И ещё: мне 67 лет");
		assertThat(this.page.locator(".kind-added")).isVisible();
		this.page.locator(".panel-reply button[type=submit]").click();
		assertThat(this.page.locator("#notices")).containsText("The question changed while you were writing");
		assertThat(this.page.locator("#text-reply")).hasValue("Перерасчёт сделан");
		assertThat(this.page.locator(".kind-added.is-new")).isVisible();
		this.page.locator(".panel-reply button[type=submit]").click();
		assertThat(this.page.locator("#notices")).containsText("on its way");
	}

	@Test
	void aTopicIsFoundInAnyLanguageAndTheQuestionPassedOn() {
		Citizen citizen = new Citizen(this.inbox, this.redis, "ru");
		String number = asks(citizen, "Когда проиндексируют пенсию?");
		signIn(official(Language.EN));
		this.page.navigate(url("/console/questions/" + number));
		this.page.keyboard().press("t");
		this.page.keyboard().type("балабақша");
		Locator found = this.page.locator("#destinations label").filter(new Locator.FilterOptions().setHasText("Kindergarten"));
		found.click();
		this.page.locator(".panel-transfer button[type=submit]").click();
		assertThat(this.page.locator("#question h1")).containsText("The question was passed on");
		assertThat(this.page.locator(".row-item[data-number='" + number + "']")).hasCount(0);
	}

	@Test
	void theMainJobWorksWithoutScripts() {
		this.context.close();
		open(1024, 800, ColorScheme.LIGHT, false);
		Citizen citizen = new Citizen(this.inbox, this.redis, "ru");
		String number = asks(citizen, "Как получить справку о размере пенсии?");
		signIn(official(Language.EN));
		this.page.navigate(url("/console/questions/" + number));
		this.page.locator("#claim").click();
		assertThat(this.page.locator("#notices")).containsText("is yours");
		this.page.locator("#text-reply").fill("На портале eGov.");
		this.page.locator(".panel-reply button[type=submit]").click();
		assertThat(this.page.locator("#notices")).containsText("on its way");
	}

	@ParameterizedTest
	@EnumSource(value = ColorScheme.class, names = { "LIGHT", "DARK" })
	void everyPageIsAccessibleAndFitsItsScreen(ColorScheme scheme) {
		Citizen citizen = new Citizen(this.inbox, this.redis, "kk");
		String number = asks(citizen, "Зейнетақыны қайдан рәсімдеймін, қандай құжаттар керек?");
		for (int width : List.of(360, 1440)) {
			for (Language language : Language.values()) {
				this.context.close();
				open(width, (width == 360) ? 740 : 900, scheme, true);
				look("/?lang=" + language.code(), "home", scheme, width, language);
				look("/console/login?lang=" + language.code(), "login", scheme, width, language);
				signIn(new Official("admin", "", Role.ADMIN, Set.of(), language));
				look("/console/inbox?view=new", "inbox", scheme, width, language);
				look("/console/inbox?view=triage&q=0000-0000-1", "empty", scheme, width, language);
				look("/console/questions/" + number, "question", scheme, width, language);
				look("/console/questions/4F7K-Q9M2-0", "not-found", scheme, width, language);
				look("/console/admin/officials", "officials", scheme, width, language);
				look("/console/admin/officials/new", "official", scheme, width, language);
				look("/console/admin/tokens", "tokens", scheme, width, language);
			}
		}
		this.softly.assertAll();
	}

	private void look(String address, String name, ColorScheme scheme, int width, Language language) {
		this.page.navigate(url(address));
		String file = name + "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + language.code();
		this.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/" + file + ".png")));
		this.softly
			.assertThat(this.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
			.as(file + " needs no scrolling sideways")
			.isEqualTo(true);
		if (language == Language.RU) {
			List<Rule> violations = new AxeBuilder(this.page).analyze().getViolations();
			this.softly.assertThat(violations)
				.as(file)
				.extracting(rule -> rule.getId() + ": " + rule.getNodes()
					.stream()
					.map(node -> node.getHtml() + " – " + node.getFailureSummary())
					.toList())
				.isEmpty();
		}
	}

	/** Asks about a pension, and says so where the gateway isn't sure. */
	private static String asks(Citizen citizen, String words) {
		citizen.writes(words);
		String said = citizen.reads();
		return citizen.buttons().stream().filter(Set.of("Пенсия", "Зейнетақы")::contains).findFirst().map(topic -> {
			citizen.taps(topic);
			return citizen.readsNumber();
		}).orElseGet(() -> Citizen.number(said));
	}

	private Official official(Language language) {
		Official official = new Official("o" + UUID.randomUUID().toString().substring(0, 8), "Chief specialist",
				Role.OFFICIAL, Set.of("labour"), language);
		assertThat(this.accounts.create(official, PASSWORD)).isTrue();
		return official;
	}

	private void signIn(Official official) {
		this.page.navigate(url("/console/login?lang=" + official.language().code()));
		this.page.locator("#username").fill(official.name());
		this.page.locator("#password").fill(PASSWORD);
		this.page.locator("button.btn-primary").click();
		assertThat(this.page.locator("#views")).isVisible();
	}

	private void open(int width, int height, ColorScheme scheme, boolean scripts) {
		this.context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height)
			.setColorScheme(scheme)
			.setJavaScriptEnabled(scripts)
			.setLocale("ru-KZ"));
		this.page = this.context.newPage();
	}

	private String url(String path) {
		return "http://localhost:" + this.port + path;
	}

}
