package org.jauap;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The machine's own Chromium, for tests in a real browser. Where there is none they are skipped, saying how to get it.
 * Everything a page complains about (a script's failure, a breach of the content security policy) is collected.
 */
public final class Chromium implements AutoCloseable {

	private static final List<Path> PLACES = List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"),
			Path.of("/usr/bin/google-chrome"));

	private static final Path SCREENSHOTS = Path.of("target/screenshots");

	private static final String CONSEQUENCE_OF_A_REFUSED_REQUEST = "Failed to load resource";

	private final Playwright playwright;

	private final Browser browser;

	private final List<String> complaints = new ArrayList<>();

	private Chromium(Path executable) {
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(executable)
				.setArgs(List.of("--no-sandbox", "--lang=en")));
	}

	public static Chromium start() {
		Path executable = PLACES.stream().filter(Files::isExecutable).findFirst().orElse(null);
		Assumptions.assumeTrue(executable != null,
				"Browser tests skipped: there is no Chromium; 'apt-get install chromium' brings one");
		return new Chromium(executable);
	}

	/** A browser of somebody's own: its cookies, language, screen and light. */
	public BrowserContext open(String language, int width, ColorScheme light) {
		return open(options -> options.setLocale(language)
			.setViewportSize(width, (width < 600) ? 740 : 900)
			.setHasTouch(width < 600)
			.setIsMobile(width < 600)
			.setColorScheme(light)
			.setReducedMotion(ReducedMotion.REDUCE)
			.setTimezoneId("Asia/Almaty"));
	}

	public BrowserContext open(Consumer<Browser.NewContextOptions> settings) {
		Browser.NewContextOptions options = new Browser.NewContextOptions();
		settings.accept(options);
		BrowserContext context = this.browser.newContext(options);
		context.setDefaultTimeout(20_000);
		context.onPage(page -> {
			page.onPageError(this.complaints::add);
			page.onConsoleMessage(message -> {
				if (message.type().equals("error") && !message.text().startsWith(CONSEQUENCE_OF_A_REFUSED_REQUEST)) {
					this.complaints.add(message.text());
				}
			});
		});
		return context;
	}

	/** What pages have complained about since this was last asked. */
	public List<String> complaints() {
		List<String> all = List.copyOf(this.complaints);
		this.complaints.clear();
		return all;
	}

	public static void screenshot(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
	}

	/** Fails when axe finds anything on the page that keeps people out. */
	public static void assertAccessible(Page page) {
		assertThat(new AxeBuilder(page).analyze().getViolations())
			.as("axe on " + page.url())
			.extracting(rule -> rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getHtml()).toList())
			.isEmpty();
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

}
