package org.jauap.nlp.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.jauap.nlp.text.Folding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTests {

    private static final Lexicon LEXICON = new Lexicon(List.of(ConceptLines.parse("dog\takimat.stray-animals\tит,күшік*\tсобак*,пёс\tdog,dogs"),
            ConceptLines.parse("clinic-attachment\thealth.clinic-attachment\tемханаға тіркел*\tприписат* к поликлин*\tregister* with a clinic"),
            ConceptLines.parse("kaspi\tfinance-regulator.loans\tkaspi*\tкаспи*\tkaspi")));

    private static final List<String> WORDS = List.of("а", "б", "аа", "аб", "ба", "бб", "аба", "баб", "аабб", "абаб");

    @ParameterizedTest
    @ValueSource(strings = {"злая собака", "Собаки во дворе", "ПЕС", "бродячие собаки, щенки", "kushikter kop", "күшігім... күшік"})
    void findsStemsInAnyFormAndScript(String text) {
        String folded = Folding.fold(text, text.startsWith("kush"));
        assertThat(LEXICON.mentionedIn(folded)).containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"итальянский", "песок", "dogma", "приписать поликлинику", "register a clinic"})
    void otherWordsAreNotThem(String text) {
        assertThat(LEXICON.mentionedIn(Folding.fold(text, false))).isEmpty();
    }

    @Test
    void endingsMayStandInsidePhrases() {
        assertThat(LEXICON.mentionedIn(Folding.fold("хочу приписаться к поликлинике и взять собаку", false))).containsExactly(0, 1);
        assertThat(LEXICON.mentionedIn(Folding.fold("how do I register myself? registering with a clinic", false))).containsExactly(1);
    }

    @Test
    void brandsAreFoundInBothScripts() {
        assertThat(LEXICON.mentionedIn(Folding.fold("Kaspi банк", false))).containsExactly(2);
        assertThat(LEXICON.mentionedIn(Folding.fold("Kaspi банк", true))).containsExactly(2);
    }

    @Test
    void findsWhatANaiveMatcherFinds() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            List<Concept> concepts = IntStream.range(0, 12)
                .mapToObj(i -> new Concept("c" + i, List.of("a.b"), Map.of("ru", List.of(stem(random), stem(random)))))
                .toList();
            Lexicon lexicon = new Lexicon(concepts);
            String text = words(random, 1 + random.nextInt(12));
            assertThat(lexicon.mentionedIn(text)).as(text + " " + concepts).containsExactly(naive(concepts, text));
        }
    }

    private static int[] naive(List<Concept> concepts, String text) {
        return IntStream.range(0, concepts.size())
            .filter(i -> concepts.get(i).stems().get("ru").stream().anyMatch(stem -> occurs(stem.split(" "), text.split(" "))))
            .toArray();
    }

    private static boolean occurs(String[] stem, String[] text) {
        for (int start = 0; start + stem.length <= text.length; start++) {
            boolean all = true;
            for (int i = 0; i < stem.length; i++) {
                String word = text[start + i];
                all &= stem[i].endsWith("*") ? word.startsWith(stem[i].substring(0, stem[i].length() - 1)) : word.equals(stem[i]);
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    private static String stem(Random random) {
        List<String> words = new ArrayList<>();
        for (String word : words(random, 1 + random.nextInt(3)).split(" ")) {
            words.add(random.nextBoolean() ? word + "*" : word);
        }
        return String.join(" ", words);
    }

    private static String words(Random random, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return String.join(" ", words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dog", "dog\ta.b\tит\tпёс", "Dog\ta.b\tит\tпёс\tdog", "dog\t\tит\tпёс\tdog", "dog\ta.b\t\t\t", "dog\ta.b\t*\tпёс\tdog",
            "dog\ta.b\tи*т\tпёс\tdog"})
    void wrongLinesAreRefused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> ConceptLines.parse(line));
    }

    @Test
    void aLineIsReadAsItIsWritten() {
        String line = "dog\takimat.stray-animals,agriculture.veterinary\tит,күшік*\tсобак*\tdog*";
        assertThat(ConceptLines.format(ConceptLines.parse(line))).isEqualTo(line);
    }

}
