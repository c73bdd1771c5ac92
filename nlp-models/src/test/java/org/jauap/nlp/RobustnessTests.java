package org.jauap.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RobustnessTests {

    private final Classifier classifier = CityData.classifier();

    static String[] strangeTexts() {
        return new String[] {"", " ", "\n\t\u0000\u0001\u001b", "😀".repeat(4096), "\ud83d", "\ude00 текст \ud83d", "שלום עולם", "مرحبا بالعالم",
                "\u202eтекст\u202c", "a".repeat(100_000), "а ".repeat(50_000), "1".repeat(5000), "...", "'", "’’’", "'а", "\u200b\u200d",
                "e\u0301".repeat(3000), "*** * **", "слово-".repeat(500), "\ufeff", "道路に穴があります", "w<", "ь", "ъъъ", "İıŞğ", "%s %n {0}",
                "<script>", "0", "ﷺ"};
    }

    @ParameterizedTest
    @MethodSource("strangeTexts")
    void everyTextGetsAnAnswer(String text) {
        for (Language language : Language.values()) {
            check(classifier.classify(text, language));
        }
        check(classifier.classify(text));
    }

    @Test
    void soDoesAnythingElse() {
        Random random = new Random(11);
        for (int round = 0; round < 2000; round++) {
            char[] text = new char[random.nextInt(60)];
            for (int i = 0; i < text.length; i++) {
                text[i] = (char) (random.nextBoolean() ? random.nextInt(0x10000) : 0x400 + random.nextInt(0x130));
            }
            check(classifier.classify(new String(text)));
        }
    }

    private static void check(Classification found) {
        assertThat(found.confidence()).isBetween(0.0, 1.0);
        assertThat(found.alternatives()).hasSizeLessThanOrEqualTo(5);
        assertThat(found.alternatives()).allSatisfy(each -> assertThat(each.confidence()).isBetween(0.0, 1.0));
    }

}
