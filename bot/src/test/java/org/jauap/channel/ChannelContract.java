package org.jauap.channel;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

import org.jauap.nlp.Language;
import org.jauap.text.RichText;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every channel promises the outbox; each one's test says how its citizen's side is looked at. */
public abstract class ChannelContract {

	/** The channel under test. */
	protected abstract Channel channel();

	/** A citizen's conversation that can be written to. */
	protected abstract Conversation conversation();

	/** Texts that have arrived at the citizen's side of the conversation, in order. */
	protected abstract List<String> arrived(Conversation conversation);

	/** What is set bold in the last message that arrived. */
	protected abstract List<RichText.Bold> bold(Conversation conversation);

	/** Data of the buttons under the last message that arrived, row by row. */
	protected abstract List<List<String>> buttons(Conversation conversation);

	@Test
	void theNameIsTheOneInItsConversations() {
		assertThat(conversation().channel()).isEqualTo(channel().name());
	}

	@Test
	void aMessageArrivesAsItIsWritten() {
		Conversation citizen = conversation();
		String text = "Жауап: «ия» _*[x](y)*_ <b>&amp;</b> 👩‍👩‍👧 \n– қ";

		Delivery delivery = deliver(message(citizen, RichText.plain(text), List.of()));

		assertThat(delivery).isInstanceOfSatisfying(Delivery.Delivered.class,
				delivered -> assertThat(delivered.messageId()).isNotEmpty());
		assertThat(arrived(citizen)).containsExactly(text);
	}

	@Test
	void boldStretchesStayWhereTheyAre() {
		Conversation citizen = conversation();

		deliver(message(citizen, new RichText("😀 № 4F7K", List.of(new RichText.Bold(3, 6))), List.of()));

		assertThat(bold(citizen)).containsExactly(new RichText.Bold(3, 6));
	}

	@Test
	void buttonsComeInTheirRows() {
		Conversation citizen = conversation();
		List<List<Button>> rows = List.of(
				List.of(new Button.Tap("Иә", "solved:4F7KQ9M2X"), new Button.Tap("Жоқ", "unsolved:4F7KQ9M2X")),
				List.of(new Button.Tap("Басқа", "x".repeat(64))));

		deliver(message(citizen, RichText.plain("?"), rows));

		assertThat(buttons(citizen))
			.containsExactly(List.of("solved:4F7KQ9M2X", "unsolved:4F7KQ9M2X"), List.of("x".repeat(64)));
	}

	@Test
	void theLongestTextArrivesWhole() {
		Conversation citizen = conversation();
		String text = "ұ".repeat(OutgoingMessage.LONGEST_TEXT - 2) + "😀";

		assertThat(deliver(message(citizen, RichText.plain(text), List.of()))).isInstanceOf(Delivery.Delivered.class);
		assertThat(arrived(citizen)).containsExactly(text);
	}

	@Test
	void messagesArriveInTheOrderTheyWereDelivered() {
		Conversation citizen = conversation();
		for (int i = 0; i < 5; i++) {
			deliver(message(citizen, RichText.plain("no. " + i), List.of()));
		}

		assertThat(arrived(citizen)).containsExactly("no. 0", "no. 1", "no. 2", "no. 3", "no. 4");
	}

	@Test
	void aFileThatIsNotThereIsSaidSo() {
		assertThatThrownBy(() -> channel().open(Attachment.location(43.2, 76.9))).isInstanceOf(IOException.class);
	}

	private Delivery deliver(OutgoingMessage message) {
		return channel().deliver(message, () -> true);
	}

	private static OutgoingMessage message(Conversation citizen, RichText text, List<List<Button>> buttons) {
		return new OutgoingMessage(UUID.randomUUID().toString(), citizen, OutgoingMessage.Kind.REPLY, Language.KK, text,
				buttons, null, 0, null, false, false);
	}

}
