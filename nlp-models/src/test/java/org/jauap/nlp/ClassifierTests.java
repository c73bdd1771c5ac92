package org.jauap.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTests {

    private final Classifier classifier = CityData.classifier();

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource({"на улице не горят фонари уже неделю, ru, akimat.street-lighting", "көше шамдары жанбай тұр, kk, akimat.street-lighting",
            "kosheде sham janbaidy karangy, kk, akimat.street-lighting", "street lamps are out near my house, en, akimat.street-lighting",
            "стая бродячих собак у школы, ru, akimat.stray-animals", "мусор не вывозят вторую неделю, ru, akimat.garbage",
            "батареи холодные отопления нет, ru, akimat.heating", "huge pothole broke my wheel, en, akimat.potholes",
            "жолда үлкен шұңқыр бар, kk, akimat.potholes", "снег во дворе никто не чистит, ru, akimat.snow-removal"})
    void findsLanguageAndIntent(String text, String language, String label) {
        Classification found = classifier.classify(text);
        assertThat(found.language().code()).isEqualTo(language);
        assertThat(found.label()).hasToString(label);
        assertThat(found.alternatives()).hasSizeLessThanOrEqualTo(5).first().extracting(Alternative::label).isEqualTo(found.label());
        assertThat(found.because()).isNotEmpty();
    }

    @Test
    void alternativesAreIntentsOnlyAndTheLikeliestFirst() {
        Classification found = classifier.classify("темно и холодно");
        assertThat(found.alternatives()).hasSize(5).isSortedAccordingTo((a, b) -> Double.compare(b.confidence(), a.confidence()));
        assertThat(found.alternatives()).allSatisfy(each -> assertThat(each.label().agency()).isEqualTo("akimat"));
    }

    @Test
    void tellsGreetingsAndEmergencies() {
        assertThat(classifier.classify("Привет, как дела? Расскажи анекдот").decision()).isEqualTo(Decision.OUT_OF_SCOPE);
        assertThat(classifier.classify("Человек без сознания, не дышит, помогите срочно").decision()).isEqualTo(Decision.EMERGENCY);
    }

    @ParameterizedTest
    @CsvSource({"'Привет! Как твои дела сегодня? Во дворе вторую неделю не вывозят мусор. Спасибо тебе большое, ты лучший бот.', akimat.garbage",
            "'Hello dear bot, how are you doing? The street lamps near our school are out. Tell me a joke about cats, please.', akimat.street-lighting"})
    void chatterAroundAMatterDoesNotHideIt(String text, String label) {
        Classification found = classifier.classify(text);
        assertThat(found.label()).hasToString(label);
        assertThat(found.decision()).isIn(Decision.ROUTE, Decision.ASK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"мусор", "отопление", "stray dogs", "шұңқыр"})
    void aMatterInAWordIsAMatter(String text) {
        assertThat(classifier.classify(text).decision()).isIn(Decision.ROUTE, Decision.ASK);
    }

    @Test
    void whereTheTextDoesNotTellTheChatsLanguageDoes() {
        assertThat(classifier.classify("???", Language.KK).language()).isEqualTo(Language.KK);
        assertThat(classifier.classify("12345", Language.EN).language()).isEqualTo(Language.EN);
        assertThat(classifier.classify("street lamp", Language.KK).language()).isEqualTo(Language.EN);
    }

    @Test
    void savedAndLoadedItSaysTheSame() throws IOException {
        Path file = folder.resolve("model.bin");
        classifier.save(file);
        Classifier loaded = Classifier.load(file);
        assertThat(loaded.version()).isEqualTo(classifier.version()).isEqualTo(CityData.data().fingerprint());
        for (String text : new String[] {"шұңқыр", "мусор и собаки", "hello", ""}) {
            assertThat(loaded.classify(text)).isEqualTo(classifier.classify(text));
        }
        assertThat(Classifier.load(new ByteArrayInputStream(Files.readAllBytes(file))).version()).isEqualTo(classifier.version());
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void sameDataSameBytes() throws IOException {
        Path one = folder.resolve("one.bin");
        Path other = folder.resolve("other.bin");
        classifier.save(one);
        Training.train(CityData.data()).save(other);
        assertThat(Files.mismatch(one, other)).isEqualTo(-1);
    }

    @Test
    void brokenFilesAreRefusedInOneLine() throws IOException {
        Path file = folder.resolve("model.bin");
        classifier.save(file);
        byte[] good = Files.readAllBytes(file);
        byte[] altered = good.clone();
        altered[good.length / 2] ^= 1;
        byte[] otherFormat = good.clone();
        otherFormat[11] = 99;
        for (byte[] bad : new byte[][] {{}, "hello".getBytes(), Arrays.copyOf(good, good.length / 2), Arrays.copyOf(good, 20), altered,
                otherFormat}) {
            Files.write(file, bad);
            assertThatExceptionOfType(InvalidModelException.class).isThrownBy(() -> Classifier.load(file))
                .withMessageContaining(file.toString())
                .satisfies(ex -> assertThat(ex.getMessage()).doesNotContain("\n"));
        }
        Files.delete(file);
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> Classifier.load(file));
    }

}
