package org.jauap.conversation;

import java.util.List;
import java.util.Set;

import org.jauap.Citizen;
import org.jauap.GatewayTest;
import org.jauap.account.Official;
import org.jauap.account.Role;
import org.jauap.channel.Content;
import org.jauap.channel.Inbox;
import org.jauap.nlp.Language;
import org.jauap.question.Command;
import org.jauap.question.CommandResult;
import org.jauap.question.Entry;
import org.jauap.question.Question;
import org.jauap.question.Questions;
import org.jauap.question.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What citizens live through, from the first message to the rating, against the running gateway. */
@GatewayTest
class DialogueStoryTests {

	private static final Official MODERATOR = new Official("moderator", "Chief specialist", Role.MODERATOR, Set.of(),
			Language.EN);

	private final Inbox inbox;

	private final Questions questions;

	private final StringRedisTemplate redis;

	@Autowired
	DialogueStoryTests(Inbox inbox, Questions questions, StringRedisTemplate redis) {
		this.inbox = inbox;
		this.questions = questions;
		this.redis = redis;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ru | во дворе уже неделю не вывозят мусор, контейнеры переполнены | akimat | garbage | Акимат города
			kk | аулада бір аптадан бері қоқыс шығарылмай жатыр | akimat | garbage | Қала әкімдігі
			en | the rubbish containers in our yard have not been emptied for a week | akimat | garbage | City administration
			""")
	void aClearMatterIsRegisteredAtOnceInTheCitizensLanguage(String language, String words, String agency, String intent,
			String name) {
		Citizen citizen = citizen("en");
		citizen.writes(words);

		String card = citizen.reads();

		assertThat(card).contains(name);
		Question question = question(Citizen.number(card));
		assertThat(question.agency()).isEqualTo(agency);
		assertThat(question.intent()).isEqualTo(intent);
		assertThat(question.language().code()).isEqualTo(language);
		assertThat(question.text()).isEqualTo(words);
		assertThat(citizen.buttons()).hasSize(3);
		assertThat(citizen.lastLanguage()).isEqualTo(language);
	}

	@Test
	void theOfficialReplyComesBackAndIsRated() {
		Citizen citizen = citizen("ru");
		citizen.writes("на нашей улице огромная яма на дороге, пробил колесо");
		String number = citizen.readsNumber();

		assertThat(this.questions.claim(Command.of(MODERATOR), number)).isInstanceOf(CommandResult.Done.class);
		assertThat(this.questions.reply(Command.of(MODERATOR), number, "Яму засыплют до пятницы."))
			.isInstanceOf(CommandResult.Done.class);

		assertThat(citizen.reads()).contains("№ " + number, "Акимат города", "Яму засыплют до пятницы.",
				"Chief specialist");
		citizen.taps("Решено");
		citizen.reads();
		citizen.taps("4");
		assertThat(citizen.reads()).contains("Спасибо");
		Question question = question(number);
		assertThat(question.rating()).isEqualTo(4);
		assertThat(question.status()).isEqualTo(Status.ANSWERED);
		assertThat(question.reply().orElseThrow().delivery()).isEqualTo("delivered");
	}

	@Test
	void notSolvedReopensWithTheSameOfficialTwiceAndThenPointsHigher() {
		Citizen citizen = citizen("ru");
		citizen.writes("на нашей улице огромная яма на дороге, пробил колесо");
		String number = citizen.readsNumber();
		for (int time = 1; time <= 2; time++) {
			this.questions.reply(Command.of(MODERATOR), number, "Ответ номер " + time);
			citizen.reads();
			citizen.taps("Не решено");
			assertThat(citizen.reads()).contains("открыт снова");
			citizen.writes("яма на месте");
			assertThat(citizen.reads()).contains("Добавлено к № " + number);
			Question reopened = question(number);
			assertThat(reopened.status()).isEqualTo(Status.REOPENED);
			assertThat(reopened.assignee()).isEqualTo("moderator");
			assertThat(reopened.reopened()).isEqualTo(time);
		}
		this.questions.reply(Command.of(MODERATOR), number, "Последний ответ");
		citizen.reads();
		citizen.taps("Не решено");
		assertThat(citizen.reads()).contains("eotinish.kz");
		assertThat(question(number).status()).isEqualTo(Status.ANSWERED);
	}

	@Test
	void moreWordsWithinThreeMinutesAreAddedAndAcknowledgedOnce() {
		Citizen citizen = citizen("ru");
		citizen.writes("во дворе уже неделю не вывозят мусор");
		String number = citizen.readsNumber();
		citizen.sendsPhoto("вот фото");
		assertThat(citizen.reads()).contains("Добавлено к № " + number);
		citizen.writes("адрес: Абая 10");
		citizen.writes("/my");
		assertThat(citizen.reads()).as("the second addition is silent").contains("Ваши вопросы");

		List<Entry> timeline = question(number).timeline();
		assertThat(timeline).extracting(Entry::kind)
			.containsExactly(Entry.Kind.REGISTERED, Entry.Kind.ADDED, Entry.Kind.ADDED);
		assertThat(timeline.get(1).attachments()).hasSize(1);
	}

	@Test
	void anAdditionCanTurnOutToBeAnotherMatter() {
		Citizen citizen = citizen("ru");
		citizen.writes("во дворе уже неделю не вывозят мусор");
		String first = citizen.readsNumber();
		citizen.writes("ещё не приходит пенсия второй месяц, куда обращаться пенсионеру");
		citizen.reads();
		citizen.taps("Это другой вопрос");
		String second = citizen.readsNumber();
		assertThat(second).isNotEqualTo(first);
		assertThat(question(second).agency()).isEqualTo("labour");
	}

	@Test
	void aWrongAgencyIsCorrectedByTheCitizen() {
		Citizen citizen = citizen("ru");
		citizen.writes("во дворе уже неделю не вывозят мусор");
		String number = citizen.readsNumber();
		citizen.taps("Не то ведомство");
		citizen.reads();
		citizen.taps("Все ведомства");
		citizen.reads();
		assertThat(citizen.buttons()).hasSize(22);
		citizen.taps("Министерство экологии и природных ресурсов");
		assertThat(citizen.reads()).contains("№ " + number, "Министерство экологии");
		Question question = question(number);
		assertThat(question.agency()).isEqualTo("ecology");
		assertThat(question.intent()).isEmpty();
		assertThat(question.timeline().getLast().kind()).isEqualTo(Entry.Kind.CORRECTED);
	}

	@Test
	void aPersonMayDecideInstead() {
		Citizen citizen = citizen("ru");
		citizen.writes("во дворе уже неделю не вывозят мусор");
		String number = citizen.readsNumber();
		citizen.taps("Пусть решит человек");
		citizen.reads();
		assertThat(question(number).agency()).isEqualTo("triage");
	}

	@Test
	void anUnclearMatterIsAskedBackAndTheTapRegistersIt() {
		Citizen citizen = citizen("en");
		citizen.writes("they cut it off again, third day without it");
		assertThat(citizen.reads()).isEqualTo("What is it about?");
		assertThat(citizen.buttons()).hasSizeBetween(2, 4).contains("Something else");
		citizen.taps("Something else");
		citizen.reads();
		citizen.taps("Ministry of Energy");
		Question question = question(citizen.readsNumber());
		assertThat(question.agency()).isEqualTo("energy");
		assertThat(question.text()).isEqualTo("they cut it off again, third day without it");
	}

	@Test
	void aLifeInDangerGetsTheNumbersBeforeAnythingElse() {
		Citizen citizen = citizen("ru");
		citizen.writes("горит квартира, внутри люди, помогите");
		assertThat(citizen.reads()).contains("112", "101", "102", "103");
		citizen.taps("Отправить сотруднику");
		assertThat(question(citizen.readsNumber()).agency()).isEqualTo("triage");
	}

	@Test
	void anEmergencyDuringAConversationStillComesFirst() {
		Citizen citizen = citizen("ru");
		citizen.writes("во дворе уже неделю не вывозят мусор");
		citizen.reads();
		citizen.writes("пожар! горит дом, люди внутри");
		assertThat(citizen.reads()).contains("112");
	}

	@Test
	void anEmergencyInReplyToAnOfficialReachesBoth() {
		Citizen citizen = citizen("ru");
		citizen.writes("на нашей улице огромная яма на дороге, пробил колесо");
		String number = citizen.readsNumber();
		this.questions.ask(Command.of(MODERATOR), number, "Какая улица?");
		citizen.reads();
		citizen.repliesTo(citizen.lastId(), "пожар! горит дом, внутри люди, помогите");
		assertThat(citizen.reads()).contains("Добавлено к № " + number);
		assertThat(citizen.reads()).contains("112", "101");
		assertThat(question(number).timeline().getLast().text()).startsWith("пожар");
	}

	@Test
	void thanksForTheNumberAreNoAddition() {
		Citizen citizen = citizen("ru");
		citizen.writes("во дворе уже неделю не вывозят мусор, контейнеры переполнены");
		String number = citizen.readsNumber();
		citizen.writes("Спасибо большое!");
		assertThat(citizen.reads()).contains("Пожалуйста");
		assertThat(question(number).timeline()).hasSize(1);
	}

	@Test
	void aClearMatterBesideAnUnclearOneIsItsOwnAndTheOtherStillWaits() {
		Citizen citizen = citizen("en");
		citizen.writes("they cut it off again, third day without it");
		assertThat(citizen.reads()).isEqualTo("What is it about?");
		String other = citizen.buttons().getLast();
		citizen.writes("во дворе уже неделю не вывозят мусор, контейнеры переполнены");
		Question clear = question(citizen.readsNumber());
		assertThat(clear.agency()).isEqualTo("akimat");
		assertThat(clear.text()).doesNotContain("cut it off");
		citizen.tapsData("triage:1");
		assertThat(question(citizen.readsNumber()).text()).startsWith("they cut it off");
		assertThat(other).isEqualTo("Something else");
	}

	@Test
	void smallTalkIsNobodysMatterButAPersonCanStillGetIt() {
		Citizen citizen = citizen("ru");
		citizen.writes("привет как дела");
		assertThat(citizen.reads()).contains("/help");
		citizen.writes("расскажи анекдот");
		assertThat(citizen.reads()).contains("помочь не могу");
		citizen.taps("Всё равно отправить сотруднику");
		assertThat(question(citizen.readsNumber()).agency()).isEqualTo("triage");
	}

	@Test
	void theOfficialAsksAndTheAnswerGoesToTheSameQuestion() {
		Citizen citizen = citizen("ru");
		citizen.writes("на нашей улице огромная яма на дороге, пробил колесо");
		String number = citizen.readsNumber();
		this.questions.ask(Command.of(MODERATOR), number, "Какая улица?");
		assertThat(citizen.reads()).contains("Какая улица?");
		assertThat(question(number).status()).isEqualTo(Status.WAITING_FOR_CITIZEN);
		citizen.repliesTo(citizen.lastId(), "улица Сатпаева 5");
		citizen.reads();
		Question question = question(number);
		assertThat(question.status()).isEqualTo(Status.CLAIMED);
		assertThat(question.timeline().getLast().text()).isEqualTo("улица Сатпаева 5");
	}

	@Test
	void commandsAnswerInTheChosenLanguage() {
		Citizen citizen = citizen("en");
		citizen.writes("/start");
		assertThat(citizen.reads()).startsWith("Hello!");
		citizen.writes("/language");
		citizen.reads();
		citizen.tapsData("lang:kk");
		assertThat(citizen.reads()).contains("қазақша");
		for (String command : List.of("/help", "/ask", "/privacy", "/my", "/nonsense")) {
			citizen.writes(command);
			citizen.reads();
			assertThat(citizen.lastLanguage()).as(command).isEqualTo("kk");
		}
	}

	@Test
	void aStickerGetsAKindWordAndAStaleButtonAHint() {
		Citizen citizen = citizen("ru");
		citizen.sends(new Content.Unreadable("sticker"), null);
		assertThat(citizen.reads()).contains("прочитать не могу");
		citizen.tapsData("topic:77:akimat.garbage");
		assertThat(citizen.reads()).contains("больше не действует");
		citizen.tapsData("solved:000000000");
		assertThat(citizen.reads()).contains("больше не действует");
	}

	@Test
	void aPhotoAloneIsKeptUntilItsMatterIsKnown() {
		Citizen citizen = citizen("ru");
		citizen.sendsPhoto("");
		assertThat(citizen.reads()).contains("о чём это");
		citizen.writes("во дворе уже неделю не вывозят мусор, контейнеры переполнены");
		Question question = question(citizen.readsNumber());
		assertThat(question.attachments()).hasSize(1);
	}

	@Test
	void thanksAfterAnAnswerReopensNothing() {
		Citizen citizen = citizen("ru");
		citizen.writes("на нашей улице огромная яма на дороге, пробил колесо");
		String number = citizen.readsNumber();
		this.questions.reply(Command.of(MODERATOR), number, "Засыпали.");
		citizen.reads();
		citizen.writes("спасибо большое!");
		assertThat(citizen.reads()).contains("Пожалуйста");
		assertThat(question(number).status()).isEqualTo(Status.ANSWERED);
	}

	@Test
	void aWithdrawnQuestionIsClosed() {
		Citizen citizen = citizen("ru");
		citizen.writes("во дворе уже неделю не вывозят мусор");
		String number = citizen.readsNumber();
		citizen.writes("/my");
		citizen.reads();
		citizen.taps(citizen.buttons().getFirst());
		assertThat(citizen.reads()).contains("№ " + number);
		citizen.taps("Отозвать");
		assertThat(citizen.reads()).contains("отозван");
		assertThat(question(number).status()).isEqualTo(Status.CLOSED);
	}

	private Citizen citizen(String messengerLanguage) {
		return new Citizen(this.inbox, this.redis, messengerLanguage);
	}

	private Question question(String number) {
		return this.questions.find(MODERATOR, number).orElseThrow();
	}

}
