package org.jauap.console;

import java.util.Set;
import java.util.UUID;

import org.jauap.Citizen;
import org.jauap.GatewayTest;
import org.jauap.account.Accounts;
import org.jauap.account.ApiTokens;
import org.jauap.account.Official;
import org.jauap.account.Role;
import org.jauap.channel.Inbox;
import org.jauap.nlp.Language;
import org.jauap.question.Command;
import org.jauap.question.Entry;
import org.jauap.question.Question;
import org.jauap.question.Questions;
import org.jauap.question.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What each official may do in the console, and what the page says when it can't be done. */
@GatewayTest
class ConsoleActionsTests {

	private static final String PASSWORD = "correct horse battery";

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private Accounts accounts;

	@Autowired
	private ApiTokens tokens;

	@Autowired
	private Questions questions;

	@Autowired
	private Inbox inbox;

	@Autowired
	private StringRedisTemplate redis;

	private MockMvc browser;

	private Official labour;

	private String number;

	@BeforeEach
	void aQuestionForLabour() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.context).apply(springSecurity()).build();
		this.labour = official(Role.OFFICIAL, "labour");
		Citizen citizen = new Citizen(this.inbox, this.redis, "ru");
		citizen.sendsPhoto("Как оформить пенсию по возрасту?");
		String said = citizen.reads();
		if (citizen.buttons().contains("Пенсия")) {
			citizen.taps("Пенсия");
			said = citizen.reads();
		}
		this.number = Citizen.number(said);
	}

	@Test
	void claimedReleasedNotedAskedRepliedAndClosed() throws Exception {
		act(this.labour, "claim", "").andExpect(status().is3xxRedirection());
		assertThat(question().assignee()).isEqualTo(this.labour.name());
		act(this.labour, "release", "").andExpect(status().is3xxRedirection());
		assertThat(question().status()).isEqualTo(Status.NEW);
		act(this.labour, "note", "звонил в отдел").andExpect(status().is3xxRedirection());
		act(this.labour, "ask", "В каком городе Вы живёте?").andExpect(status().is3xxRedirection());
		assertThat(question().status()).isEqualTo(Status.WAITING_FOR_CITIZEN);
		act(this.labour, "reply", "Через eGov.").andExpect(redirectedUrlPattern("/console/questions/" + this.number + "*"));
		assertThat(question().status()).isEqualTo(Status.ANSWERED);
		act(this.labour, "close", "Повтор").andExpect(status().is3xxRedirection());
		assertThat(question().status()).isEqualTo(Status.CLOSED);
		page(this.labour, "/console/questions/" + this.number).andExpect(status().isOk())
			.andExpect(content().string(containsString("звонил в отдел")))
			.andExpect(content().string(containsString("lang=\"" + question().language().code() + "\"")));
	}

	@Test
	void theDeadlineIsPutOffOnlyWithinTheRule() throws Exception {
		String due = question().dueAt().toString().substring(0, 10);
		String later = java.time.LocalDate.parse(due).plusDays(20).toString();
		String tooLate = java.time.LocalDate.parse(due).plusMonths(4).toString();
		send(this.labour, form("extend").param("text", "Нужен запрос").param("until", tooLate))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Нужен запрос")));
		send(this.labour, form("extend").param("text", "Нужен запрос").param("until", "когда-нибудь"))
			.andExpect(status().isUnprocessableContent());
		send(this.labour, form("extend").param("text", "Нужен запрос").param("until", later))
			.andExpect(status().is3xxRedirection());
		assertThat(question().dueAt().toString()).startsWith(later);
	}

	@Test
	void passedOnItLeavesTheOfficialsInbox() throws Exception {
		send(this.labour, form("transfer").param("to", "nobody.nothing")).andExpect(status().isUnprocessableContent());
		send(this.labour, form("transfer").param("to", "akimat.potholes").param("text", "ваше"))
			.andExpect(redirectedUrlPattern("/console/inbox*"));
		page(this.labour, "/console/questions/" + this.number).andExpect(status().isNotFound());
		page(official(Role.OFFICIAL, "akimat"), "/console/questions/" + this.number).andExpect(status().isOk())
			.andExpect(content().string(containsString("ваше")));
	}

	@Test
	void aFormSentTwiceIsCarriedOutOnce() throws Exception {
		String command = UUID.randomUUID().toString();
		for (int i = 0; i < 2; i++) {
			send(this.labour, form("note").param("text", "один раз").param("command", command))
				.andExpect(status().is3xxRedirection());
		}
		assertThat(question().timeline()).filteredOn(entry -> entry.kind() == Entry.Kind.NOTED).hasSize(1);
	}

	@Test
	void whatAColleagueHoldsIsNotAnsweredAndTheWordsAreKept() throws Exception {
		Official colleague = official(Role.OFFICIAL, "labour");
		this.questions.claim(Command.of(colleague), this.number);
		act(this.labour, "reply", "мой долгий ответ").andExpect(status().isConflict())
			.andExpect(content().string(containsString(colleague.name())));
		Official lead = official(Role.LEAD, "labour");
		act(lead, "claim", "").andExpect(status().isConflict());
		send(lead, form("claim").param("version", "" + question().version())).andExpect(status().is3xxRedirection());
		assertThat(question().assignee()).isEqualTo(lead.name());
	}

	@Test
	void aStaleVersionShowsWhatChangedAndKeepsTheWords() throws Exception {
		int seen = question().version();
		this.questions.note(Command.of(this.labour), this.number, "уже звонили");
		send(this.labour, form("reply").param("text", "мой ответ").param("version", "" + seen))
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("мой ответ")))
			.andExpect(content().string(containsString("is-new")));
		assertThat(question().reply()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "reply", "ask", "note", "close" })
	void withoutWordsNothingHappens(String verb) throws Exception {
		act(this.labour, verb, "  ").andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Текста нет")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "claim", "release", "reply", "ask", "transfer", "note", "close", "extend" })
	void anotherAgencysQuestionIsNotThere(String verb) throws Exception {
		Official health = official(Role.OFFICIAL, "health");
		page(health, "/console/questions/" + this.number).andExpect(status().isNotFound());
		send(health, form(verb).param("text", "слова").param("to", "akimat").param("until", "2030-01-01"))
			.andExpect(status().isNotFound())
			.andExpect(content().string(verb.equals("extend") ? not(containsString("пенсию")) : containsString("слова")));
		assertThat(question().timeline()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "PRESS", "AUDITOR" })
	void whoMayOnlyReadIsToldSo(Role role) throws Exception {
		Official reader = official(role, "labour");
		page(reader, "/console/questions/" + this.number).andExpect(status().isOk())
			.andExpect(content().string(not(containsString("id=\"composer\""))));
		act(reader, "reply", "ответ").andExpect(status().isForbidden())
			.andExpect(content().string(containsString("ответ")));
		assertThat(question().reply()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "new", "mine", "waiting", "due-today", "overdue", "answered", "all", "triage", "nonsense" })
	void everyViewOpens(String view) throws Exception {
		page(this.labour, "/console/inbox?view=" + view + "&cursor=nonsense").andExpect(status().isOk());
	}

	@Test
	void aNumberIsFoundAndAMistakeInItNamed() throws Exception {
		page(this.labour, "/console/inbox?q=" + this.number.toLowerCase(java.util.Locale.ROOT))
			.andExpect(redirectedUrl("/console/questions/" + this.number));
		page(this.labour, "/console/questions/0000-0000-1").andExpect(status().isNotFound())
			.andExpect(content().string(containsString("Проверьте номер")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "балабақша кезегі", "очередь в детский", "kindergarten" })
	void aTopicIsFoundInEachLanguage(String words) throws Exception {
		this.browser.perform(get("/console/topics").param("q", words).with(user(this.accounts.loadUserByUsername(this.labour.name()))))
			.andExpect(content().string(containsString("education.kindergarten-queue")));
	}

	@Test
	void aFileThatCanNotBeHadIsExplained() throws Exception {
		page(this.labour, "/console/questions/" + this.number + "/attachments/1/7").andExpect(status().isNotFound());
		page(this.labour, "/console/questions/" + this.number + "/attachments/1/0").andExpect(status().isBadGateway())
			.andExpect(content().string(containsString("Файл не удалось получить")));
		page(official(Role.OFFICIAL, "health"), "/console/questions/" + this.number + "/attachments/1/0")
			.andExpect(status().isNotFound());
	}

	@Test
	void theLanguageIsChosenForThisBrowserAndTheAccount() throws Exception {
		send(this.labour, post("/console/language").param("language", "kk").param("here", "//evil.example/"))
			.andExpect(redirectedUrl("/console"))
			.andExpect(header().string("Set-Cookie", containsString("jauap-language=kk")));
		assertThat(this.accounts.find(this.labour.name()).orElseThrow().official().language()).isEqualTo(Language.KK);
		page(this.labour, "/console/inbox").andExpect(content().string(containsString("<html lang=\"kk\"")));
	}

	@Test
	void onlyAdministratorsOpenTheAdministration() throws Exception {
		for (String address : new String[] { "officials", "officials/new", "officials/admin", "tokens" }) {
			page(this.labour, "/console/admin/" + address).andExpect(status().isForbidden());
		}
		send(this.labour, post("/console/admin/officials").param("name", "intruder")).andExpect(status().isForbidden());
	}

	@Test
	void anAdministratorCreatesAndChangesOfficialsButNeverLocksThemselvesOut() throws Exception {
		Official admin = official(Role.ADMIN, "labour");
		String name = "n" + UUID.randomUUID().toString().substring(0, 8);
		send(admin, official(name, "official", "short").param("agencies", "labour"))
			.andExpect(status().isUnprocessableContent());
		send(admin, official(name, "official", PASSWORD)).andExpect(status().isUnprocessableContent());
		send(admin, official(name, "official", PASSWORD).param("agencies", "labour"))
			.andExpect(status().is3xxRedirection());
		send(admin, official(name, "official", PASSWORD).param("agencies", "labour"))
			.andExpect(status().isUnprocessableContent());
		send(admin, post("/console/admin/officials/" + name).param("role", "auditor"))
			.andExpect(status().is3xxRedirection());
		assertThat(this.accounts.find(name).orElseThrow().enabled()).isFalse();
		send(admin, post("/console/admin/officials/" + admin.name()).param("role", "official")
			.param("agencies", "labour")).andExpect(status().isUnprocessableContent());
	}

	@Test
	void aTokenIsShownOnce() throws Exception {
		Official admin = official(Role.ADMIN, "labour");
		String name = "t" + UUID.randomUUID().toString().substring(0, 8);
		send(admin, post("/console/admin/tokens").param("name", name).param("role", "official").param("agencies", "labour"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("value=\"jauap_")));
		page(admin, "/console/admin/tokens").andExpect(content().string(containsString(name)))
			.andExpect(content().string(not(containsString("value=\"jauap_"))));
		String id = this.tokens.list().stream().filter(token -> token.name().equals(name)).findFirst().orElseThrow().id();
		send(admin, post("/console/admin/tokens/" + id + "/delete")).andExpect(status().is3xxRedirection());
		assertThat(this.tokens.list()).noneMatch(token -> token.name().equals(name));
	}

	@Test
	void whoIsNotSignedInIsAskedToAndTheHomePageSpeaksTheirLanguage() throws Exception {
		this.browser.perform(get("/console/inbox")).andExpect(redirectedUrl("/console/login"));
		this.browser.perform(get("/").header("Accept-Language", "de, kk;q=0.8"))
			.andExpect(content().string(containsString("<html lang=\"kk\"")));
		this.browser.perform(get("/?lang=en").header("Accept-Language", "kk"))
			.andExpect(content().string(containsString("Ask the state a question")));
	}

	private MockHttpServletRequestBuilder official(String name, String role, String password) {
		return post("/console/admin/officials").param("name", name)
			.param("role", role)
			.param("password", password)
			.param("enabled", "true");
	}

	private Official official(Role role, String agency) {
		Official official = new Official("o" + UUID.randomUUID().toString().substring(0, 8), "", role, Set.of(agency),
				Language.RU);
		assertThat(this.accounts.create(official, PASSWORD)).isTrue();
		return official;
	}

	private Question question() {
		return this.questions.find(new Official("test", "", Role.AUDITOR, Set.of(), Language.EN), this.number)
			.orElseThrow();
	}

	private MockHttpServletRequestBuilder form(String verb) {
		return post("/console/questions/" + this.number + "/" + verb);
	}

	private ResultActions act(Official official, String verb, String text) throws Exception {
		return send(official, form(verb).param("text", text));
	}

	private ResultActions send(Official official, MockHttpServletRequestBuilder request) throws Exception {
		return this.browser
			.perform(request.with(user(this.accounts.loadUserByUsername(official.name()))).with(csrf()));
	}

	private ResultActions page(Official official, String address) throws Exception {
		return this.browser.perform(get(address).with(user(this.accounts.loadUserByUsername(official.name()))));
	}

}
