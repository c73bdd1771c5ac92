package org.jauap.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTests {

    @ParameterizedTest(name = "{0} and {1} are one word")
    @CsvSource({"Балабақша, балабакша", "ЖЫЛЖИДЫ, жылжиды", "үйіміз, уйимиз", "ёлка, елка", "көөөше, көше", "ең, ен", "әкімдік, акимдик",
            "cалем, салем", "паспорт!!!, паспорт"})
    void spellingsOfOneWord(String one, String other) {
        assertThat(Folding.fold(one, false)).isEqualTo(Folding.fold(other, false)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"balabaqsha kezegi qashan jyljidy, балабақша кезегі қашан жылжиды", "zhylu zhok, жылу жоқ", "otbasy bank, отбасы банк",
            "kogda budet svet, когда будет свет", "šıraq, шырақ"})
    void latinReadAsCyrillic(String latin, String cyrillic) {
        assertThat(Folding.fold(latin, true)).isEqualTo(Folding.fold(cyrillic, false));
    }

    @Test
    void englishStaysEnglish() {
        assertThat(Folding.fold("I can't pay, the ATM ate 25000 tenge!", false)).isEqualTo("i cant pay the atm ate 00000 tenge");
    }

    @Test
    void shortNumbersTellAndLongOnesShowTheirLengthOnly() {
        assertThat(Folding.fold("звонил 103, ИИН 870101300123", false)).isEqualTo("звонил 103 иин 000000");
    }

    @Test
    void nothingButWords() {
        assertThat(Folding.fold(" \t😀😀 … — !\n", true)).isEmpty();
    }

    @Test
    void foldingTwiceChangesNothing() {
        Random random = new Random(7);
        String alphabet = "абвәғқңөұүһіёйьъыщэabczsh0123456789 -'’!?😀é";
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String once = Folding.fold(text.toString(), false);
            assertThat(Folding.fold(once, false).replace(" ", "")).hasSizeLessThanOrEqualTo(once.replace(" ", "").length());
            assertThat(once).doesNotContain("  ").doesNotStartWith(" ").doesNotEndWith(" ");
        }
    }

}
