package org.jauap.channel.webchat;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jauap.text.RichText;

import static org.assertj.core.api.Assertions.assertThat;

class PieceTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Чтобы подать официальное обращение: eotinish.kz         | eotinish.kz -> https://eotinish.kz
			На сайте https://egov.kz/cms/ru (раздел «Дети»).         | https://egov.kz/cms/ru -> https://egov.kz/cms/ru
			Зайдите на my.egov.kz/services, там видно.               | my.egov.kz/services -> https://my.egov.kz/services
			Адрес (gov.kz/a_(b).)                                    | gov.kz/a_(b -> https://gov.kz/a_(b
			Подробнее: /privacy                                      | /privacy -> /privacy
			Тіл: /language, көмек: /help                             | /language -> /language; /help -> /help
			Пишите на info@gov.kz                                    | ''
			и/или /etc/passwd и /helpers                             | ''
			javascript:alert(1) и data:text/html,x                   | ''
			""")
	void whatTheGatewaySaysIsActiveWhereItNamesAPageOrACommand(String text, String expected) {
		List<Piece> pieces = Piece.ofGateway(RichText.plain(text));
		assertThat(pieces.stream().map(Piece::text).collect(Collectors.joining())).isEqualTo(text);
		assertThat(pieces.stream()
			.filter(piece -> piece.link() != null || piece.command() != null)
			.map(piece -> piece.text() + " -> " + (piece.link() != null ? piece.link() : piece.command()))
			.collect(Collectors.joining("; "))).isEqualTo(expected);
	}

	@Test
	void anEmergencyNumberCanBeCalled() {
		RichText text = new RichText("112 – спасатели, № 103", List.of(new RichText.Bold(0, 3)));
		assertThat(Piece.ofGateway(text)).containsExactly(new Piece("112", true, "tel:112", null),
				new Piece(" – спасатели, № 103", false, null, null));
	}

	@Test
	void nothingACitizenWritesIsActive() {
		assertThat(Piece.ofCitizen(RichText.plain("/my https://evil.example <b>x</b>")))
			.containsExactly(new Piece("/my https://evil.example <b>x</b>", false, null, null));
	}

}
