package org.jauap.channel.webchat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.jauap.GatewayTest;
import org.jauap.channel.Conversation;
import org.jauap.question.QuestionStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The web chat over HTTP, as a browser sees it. */
@GatewayTest
class ChatHttpTests {

	private static final String RUBBISH = "во дворе уже неделю не вывозят мусор, контейнеры переполнены";

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final int port;

	private final ChatHistory history;

	private final QuestionStore questions;

	private Visitor citizen;

	@Autowired
	ChatHttpTests(@LocalServerPort int port, ChatHistory history, QuestionStore questions) {
		this.port = port;
		this.history = history;
		this.questions = questions;
		this.citizen = new Visitor(port);
	}

	@BeforeEach
	void opensThePage() {
		this.citizen = new Visitor(this.port);
		this.citizen.opens("/chat", "Accept-Language", "ru");
	}

	@Test
	void theChatIsKeptInACookieThatScriptsCannotReadAndAnswersAreThereOnReturn() {
		HttpResponse<String> page = new Visitor(this.port).opens("/chat");
		assertThat(page.headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie)
			.startsWith("jauap-chat=")
			.contains("HttpOnly", "SameSite=Lax", "Max-Age=31536000"));

		assertThat(this.citizen.writes(RUBBISH).statusCode()).isEqualTo(200);
		answers(1);

		assertThat(this.citizen.opens("/chat").body()).contains(RUBBISH, "Вопрос принят.", "№ ");
	}

	@Test
	void aForgedCookieOpensAChatOfItsOwnAndSpeaksInNobodysName() {
		this.citizen.writes(RUBBISH);
		answers(1);
		String someoneElses = this.citizen.cookie("jauap-chat");
		String chat = someoneElses.substring(0, someoneElses.indexOf('.'));

		for (String forged : List.of(chat, chat + ".", chat + ".AAAA", chat + "." + someoneElses.substring(1), "." + chat)) {
			Visitor forger = new Visitor(this.port);
			forger.hasOnlyTheCookie("jauap-chat", forged);
			assertThat(forger.opens("/chat/events").statusCode()).as(forged).isEqualTo(401);
			assertThat(forger.opens("/chat").body()).as(forged).doesNotContain(RUBBISH);
		}
		assertThat(lines()).hasSize(2);
	}

	@Test
	void withoutTheChatsCookieNothingIsSaidOrHeard() {
		this.citizen.loses("jauap-chat");
		assertThat(this.citizen.opens("/chat/events").statusCode()).isEqualTo(401);
		assertThat(this.citizen.writes("привет").statusCode()).isEqualTo(401);
	}

	@Test
	void nothingIsSaidWithoutThePagesToken() {
		this.citizen.forgetsToken();
		assertThat(this.citizen.writes("привет").statusCode()).isEqualTo(403);
		assertThat(lines()).isEmpty();
	}

	@Test
	void theSameMessageSentAgainIsOneLineAndOneQuestion() {
		Map<String, String> said = Map.of("id", UUID.randomUUID().toString(), "text", RUBBISH);
		for (int i = 0; i < 3; i++) {
			assertThat(this.citizen.says(said).statusCode()).isEqualTo(200);
		}
		this.citizen.writes("/my");
		answers(2);

		assertThat(lines()).extracting(ChatLine::fromCitizen).containsExactlyInAnyOrder(true, true, false, false);
		assertThat(this.questions.of(conversation(), 0, 10)).hasSize(1);
	}

	@Test
	void theStreamGoesOnFromThePlaceThatWasSeen() {
		this.citizen.writes(RUBBISH);
		answers(1);
		List<ChatHistory.Shown> shown = this.history.after(conversation(), "");

		try (Stream<String> all = this.citizen.hears("")) {
			assertThat(all.filter(line -> line.startsWith("id:")).limit(2).map(line -> line.substring(3).strip()))
				.containsExactly(shown.get(0).place(), shown.get(1).place());
		}
		try (Stream<String> rest = this.citizen.hears(shown.get(0).place())) {
			assertThat(rest.filter(line -> line.startsWith("id:")).findFirst().orElseThrow())
				.endsWith(shown.get(1).place());
		}
		try (Stream<String> live = this.citizen.hears(shown.get(1).place())) {
			this.citizen.writes("/help");
			assertThat(live.filter(line -> line.startsWith("data:{")).findFirst().orElseThrow())
				.contains("\"fromCitizen\":true", "/help");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "1-", "-", "1-1;", "%24", "99999999999999999999-1" })
	void aPlaceThatIsNoneIsRefused(String place) {
		assertThat(this.citizen.opens("/chat/events?after=" + place).statusCode()).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			'',        hello
			short,     hello
			1234567 8, hello
			12345678,  ''
			12345678,  '   '
			""")
	void whatIsNoMessageIsRefusedAsAProblem(String id, String text) {
		HttpResponse<String> refusal = this.citizen.says(Map.of("id", id, "text", text));
		assertThat(refusal.statusCode()).isEqualTo(400);
		assertThat(refusal.headers().firstValue("Content-Type")).hasValueSatisfying(
				type -> assertThat(type).startsWith("application/problem+json"));
		assertThat(lines()).isEmpty();
	}

	@Test
	void aTextMayBeAsLongAsTheMessengersTakeAndNoLonger() {
		assertThat(this.citizen.writes("я".repeat(4097)).statusCode()).isEqualTo(400);
		assertThat(this.citizen.writes("я".repeat(4096)).statusCode()).isEqualTo(200);
		assertThat(this.citizen.submits(Map.of("id", UUID.randomUUID().toString(), "text", "я\r\n".repeat(2048)))
			.statusCode()).as("a form's line end counts once").isEqualTo(302);
	}

	@Test
	void aFormWithoutScriptTakesTheMessageAndShowsThePageAgain() {
		HttpResponse<String> answer = this.citizen
			.submits(Map.of("id", UUID.randomUUID().toString(), "text", RUBBISH, "replyTo", "", "tap", ""));
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/chat"));
		answers(1);
		String page = this.citizen.opens("/chat").body();
		assertThat(page).contains(RUBBISH, "Не то ведомство");

		ChatLine card = lines().getLast();
		this.citizen.submits(Map.of("id", UUID.randomUUID().toString(), "text", "Не то ведомство", "tap",
				data(card, "Не то ведомство"), "messageId", card.id()));
		answers(2);

		page = this.citizen.opens("/chat").body();
		assertThat(page).contains("Все ведомства");
		assertThat(page).as("the button that was tapped").containsPattern(
				Pattern.compile("<button class=\"choice\"[^>]*disabled=\"disabled\"[^>]*>Не то ведомство<"));
	}

	@Test
	void aReplyQuotesWhatItAnswersAndBelongsToItsQuestion() {
		this.citizen.writes(RUBBISH);
		answers(1);
		ChatLine card = lines().getLast();
		this.citizen.says(Map.of("id", UUID.randomUUID().toString(), "text", "адрес: Абая, 10", "replyTo", card.id()));
		answers(2);

		assertThat(lines().getLast().text().text()).contains("Добавлено к № ");
		assertThat(this.citizen.opens("/chat").body()).contains("href=\"#line-" + card.id() + "\"");
		assertThat(this.citizen.opens("/chat?reply=" + card.id()).body())
			.contains("name=\"replyTo\" value=\"" + card.id() + "\"");
		assertThat(this.citizen.opens("/chat?reply=nothing").body()).contains("name=\"replyTo\" value=\"\"");
	}

	@Test
	void whatPeopleWriteIsNeverMarkup() {
		this.citizen.writes("<img src=x onerror=alert(1)> <b>жирно</b> ${7*7} [[${7*7}]] </li>");
		answers(1);
		assertThat(this.citizen.opens("/chat").body())
			.contains("&lt;img src=x onerror=alert(1)&gt; &lt;b&gt;жирно&lt;/b&gt; ${7*7} [[${7*7}]] &lt;/li&gt;")
			.doesNotContain("<img src=x");
	}

	@Test
	void scriptsAndStylesComeFromHereOnlyAndThePageHasNoneOfItsOwn() {
		HttpResponse<String> page = this.citizen.opens("/chat");
		assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(
				policy -> assertThat(policy).contains("script-src 'self';", "style-src 'self';").doesNotContain("unsafe"));
		assertThat(page.body()).doesNotContain("<style", "style=", "onclick=", "javascript:")
			.doesNotContainPattern("<script(?![^>]* src=\"/chat/)")
			.doesNotContainPattern("(?:src|href)=\"(?!/|#|tel:)");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			kk-KZ,ru;q=0.8 | kk | Өз сөзіңізбен сұраңыз
			ru-RU          | ru | Спросите своими словами
			en-GB          | en | Ask in your own words
			de,en;q=0.5    | en | Ask in your own words
			de             | ru | Спросите своими словами
			""")
	void thePageSpeaksTheLanguageThatTheBrowserAsksFor(String accepted, String language, String title) {
		assertThat(new Visitor(this.port).opens("/chat", "Accept-Language", accepted).body())
			.contains("<html lang=\"" + language + "\"", title);
	}

	@Test
	void aChosenLanguageIsRemembered() {
		assertThat(this.citizen.opens("/chat?lang=kk").statusCode()).isEqualTo(302);
		assertThat(this.citizen.opens("/chat", "Accept-Language", "en").body()).contains("<html lang=\"kk\"");
		this.citizen.writes("/help");
		answers(1);
		assertThat(lines().getLast().language()).isEqualTo("kk");
	}

	private Conversation conversation() {
		String cookie = this.citizen.cookie("jauap-chat");
		return new Conversation("web", cookie.substring(0, cookie.indexOf('.')));
	}

	private List<ChatLine> lines() {
		return this.history.after(conversation(), "").stream().map(ChatHistory.Shown::line).toList();
	}

	/** Waits until the gateway has said this many lines. */
	private void answers(int many) {
		Awaitility.await()
			.atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(20))
			.untilAsserted(
					() -> assertThat(lines().stream().filter(line -> !line.fromCitizen())).hasSize(many));
	}

	private static String data(ChatLine line, String label) {
		return line.buttons()
			.stream()
			.flatMap(List::stream)
			.map(Bubble.Choice::of)
			.filter(choice -> choice.label().equals(label))
			.findFirst()
			.map(Bubble.Choice::data)
			.orElseThrow();
	}

}
