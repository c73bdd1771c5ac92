package org.jauap.question;

import org.jauap.redis.Partition;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class QuestionNumberTests {

	private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	@RepeatedTest(50)
	void aNumberLeadsBackToItsPartition() {
		Partition partition = Partition.of("telegram:" + Math.random());
		QuestionNumber number = QuestionNumber.random(partition);

		assertThat(number.text()).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]");
		assertThat(QuestionNumber.parse(number.text())).contains(number);
		assertThat(QuestionNumber.parse(number.compact())).contains(number);
	}

	@RepeatedTest(20)
	void anyOneWrongCharacterIsNoticed() {
		String compact = QuestionNumber.random(new Partition(17)).compact();
		for (int i = 0; i < compact.length(); i++) {
			for (char other : DIGITS.toCharArray()) {
				if (other != compact.charAt(i)) {
					String wrong = compact.substring(0, i) + other + compact.substring(i + 1);
					assertThat(QuestionNumber.parse(wrong)).as(wrong).isEmpty();
				}
			}
		}
	}

	@RepeatedTest(50)
	void twoNeighboursSwappedAreNoticed() {
		String compact = QuestionNumber.random(new Partition(5)).compact();
		for (int i = 0; i + 1 < compact.length(); i++) {
			if (compact.charAt(i) != compact.charAt(i + 1)) {
				String swapped = compact.substring(0, i) + compact.charAt(i + 1) + compact.charAt(i)
						+ compact.substring(i + 2);
				assertThat(QuestionNumber.parse(swapped)).as(swapped).isEmpty();
			}
		}
	}

	@RepeatedTest(50)
	void peopleMayTypeItAsTheySeeIt() {
		QuestionNumber number = QuestionNumber.random(new Partition(63));
		String typed = "№ " + number.text()
			.toLowerCase(java.util.Locale.ROOT)
			.replace('0', 'o')
			.replace('1', 'l')
			.replace('k', 'к')
			.replace('c', 'с')
			.replace('-', ' ');

		assertThat(QuestionNumber.parse(typed)).contains(number);
		assertThat(QuestionNumber.resembles(number.text())).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "4F7K", "hello there", "4F7K-Q9M2-", "№", "????-????-?", "4F7K-Q9M2-XX" })
	void whatIsNoNumberIsNone(String text) {
		assertThat(QuestionNumber.parse(text)).isEmpty();
	}

	@Test
	void numbersDoNotRepeatSoon() {
		assertThat(java.util.stream.Stream.generate(() -> QuestionNumber.random(new Partition(1)).text())
			.limit(10_000)
			.distinct()
			.count()).isEqualTo(10_000);
	}

}
