package org.jauap.agency;

import org.jauap.nlp.Language;

/** A name in the three languages; none of them is empty. */
public record Names(String kk, String ru, String en) {

	public String in(Language language) {
		return switch (language) {
			case KK -> this.kk;
			case RU -> this.ru;
			case EN -> this.en;
		};
	}

}
