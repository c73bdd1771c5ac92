package org.jauap.conversation;

import org.jauap.Citizen;
import org.jauap.GatewayTest;
import org.jauap.account.Official;
import org.jauap.account.Role;
import org.jauap.channel.Inbox;
import org.jauap.nlp.Language;
import org.jauap.question.Question;
import org.jauap.question.Questions;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What was asked back and never answered goes to people; nothing is dropped because a button wasn't pressed. */
@GatewayTest
class UnansweredTests {

	private static final Official MODERATOR = new Official("moderator", "", Role.MODERATOR, java.util.Set.of(),
			Language.EN);

	private final Inbox inbox;

	private final Questions questions;

	private final StringRedisTemplate redis;

	@Autowired
	UnansweredTests(Inbox inbox, Questions questions, StringRedisTemplate redis) {
		this.inbox = inbox;
		this.questions = questions;
		this.redis = redis;
	}

	@DynamicPropertySource
	static void impatient(DynamicPropertyRegistry properties) {
		properties.add("jauap.data-dir", () -> "target/test-data/unanswered-" + ProcessHandle.current().pid());
		properties.add("jauap.conversation.ask-timeout", () -> "2s");
	}

	@Test
	void anUnansweredQuestionBackGoesToPeopleAndTheCitizenGetsANumber() {
		Citizen citizen = new Citizen(this.inbox, this.redis, "en");
		citizen.writes("they cut it off again, third day without it");
		assertThat(citizen.reads()).isEqualTo("What is it about?");

		Question question = this.questions.find(MODERATOR, citizen.readsNumber()).orElseThrow();

		assertThat(question.agency()).isEqualTo("triage");
		assertThat(question.text()).isEqualTo("they cut it off again, third day without it");
	}

	@Test
	void aPhotoWithoutWordsGoesToPeopleToo() {
		Citizen citizen = new Citizen(this.inbox, this.redis, "ru");
		citizen.sendsPhoto("");
		citizen.reads();

		Question question = this.questions.find(MODERATOR, citizen.readsNumber()).orElseThrow();

		assertThat(question.agency()).isEqualTo("triage");
		assertThat(question.attachments()).hasSize(1);
	}

}
