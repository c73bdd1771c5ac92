package org.jauap.question;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

import org.jauap.redis.Partition;

/**
 * A question's number, e.g. {@code 4F7K-Q9M2-X}: eight Crockford base-32 digits that hold 34 random bits and the
 * partition, and a check digit that catches any one wrong digit and any two neighbours swapped. It can be read aloud,
 * found from itself alone, and not guessed.
 * @see <a href="https://www.crockford.com/base32.html">Crockford, Base 32</a>
 */
public record QuestionNumber(String text, Partition partition) {

	private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	/** What people type for what they see: letters that look like digits, and Cyrillic ones that look Latin. */
	private static final String LOOK_ALIKES = "OILUАВЕКМНОРСТХУЗ";

	private static final String LOOKED_LIKE = "011VABEKMH0PCTXY3";

	private static final int LENGTH = 8;

	private static final SecureRandom RANDOM = new SecureRandom();

	/** A new number in this partition. */
	public static QuestionNumber random(Partition partition) {
		long bits = (RANDOM.nextLong() << 6) | partition.number();
		StringBuilder digits = new StringBuilder();
		for (int i = 0; i < LENGTH; i++) {
			digits.append(DIGITS.charAt((int) (bits >>> (5 * (LENGTH - 1 - i))) & 31));
		}
		return new QuestionNumber(grouped(digits.append(DIGITS.charAt(check(digits)))), partition);
	}

	/** Reads a number as people write it; empty when it can't be one, above all when its check digit is wrong. */
	public static Optional<QuestionNumber> parse(String written) {
		StringBuilder digits = new StringBuilder();
		for (char typed : written.strip().toUpperCase(Locale.ROOT).toCharArray()) {
			int alike = LOOK_ALIKES.indexOf(typed);
			char digit = (alike < 0) ? typed : LOOKED_LIKE.charAt(alike);
			if (DIGITS.indexOf(digit) >= 0) {
				digits.append(digit);
			}
			else if ("-– №".indexOf(digit) < 0) {
				return Optional.empty();
			}
		}
		if (digits.length() != LENGTH + 1
				|| DIGITS.indexOf(digits.charAt(LENGTH)) != check(digits.substring(0, LENGTH))) {
			return Optional.empty();
		}
		return Optional.of(new QuestionNumber(grouped(digits), partition(digits)));
	}

	/** Whether this looks like somebody's attempt at a number, right or wrong. */
	public static boolean resembles(String written) {
		return written.strip().matches("(?iu)№?\\s*[0-9A-ZА-Я]{4}[-– ]?[0-9A-ZА-Я]{4}[-– ]?[0-9A-ZА-Я]");
	}

	/** Without hyphens, as short as it gets, for button data. */
	public String compact() {
		return this.text.replace("-", "");
	}

	@Override
	public String toString() {
		return this.text;
	}

	private static Partition partition(CharSequence digits) {
		int lowest = DIGITS.indexOf(digits.charAt(LENGTH - 2)) << 5 | DIGITS.indexOf(digits.charAt(LENGTH - 1));
		return new Partition(lowest & 63);
	}

	private static String grouped(CharSequence digits) {
		return digits.subSequence(0, 4) + "-" + digits.subSequence(4, 8) + "-" + digits.subSequence(8, 9);
	}

	/**
	 * The weighted sum Σ xⁱ·dᵢ in GF(32): since the weights are different and none is zero, it changes with any one
	 * digit and with any swap of two different neighbours.
	 */
	private static int check(CharSequence digits) {
		int sum = 0;
		for (int i = 0; i < LENGTH; i++) {
			sum = timesX(sum ^ DIGITS.indexOf(digits.charAt(i)));
		}
		return sum;
	}

	/** Multiplies by x modulo the primitive polynomial x⁵ + x² + 1. */
	private static int timesX(int element) {
		int doubled = element << 1;
		return (doubled & 32) == 0 ? doubled : (doubled ^ 0b100101);
	}

}
