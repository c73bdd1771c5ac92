package org.jauap.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingDataTests {

    @TempDir
    private Path config;

    @Test
    void aDeploymentAddsMessagesAndConcepts() throws IOException {
        write("intents/ru/akimat.playgrounds.txt", "сломаны качели\nна горке торчат гвозди\n");
        write("concepts/akimat.tsv", "swing\takimat.playgrounds\tәткеншек*\tкачел*\tswing*\n# remark\n\n");
        TrainingData data = CityData.data().with(config);
        assertThat(data.messages()).contains(new Message("сломаны качели", "akimat.playgrounds", Language.RU));
        assertThat(data.labels()).contains("akimat.playgrounds");
        assertThat(data.fingerprint()).isNotEqualTo(CityData.data().fingerprint()).matches("[0-9a-f]{64}");
        assertThat(CityData.data().with(config.resolve("nothing")).fingerprint()).isEqualTo(CityData.data().fingerprint());
    }

    @Test
    void anIntentWithConceptsAndWithoutMessagesIsRecognised() throws IOException {
        write("concepts/akimat.tsv", "swing\takimat.playgrounds\tәткеншек*,алтыбақан*\tкачел*,горка,горки,горке\tswing*,slide*\n"
                + "sandbox\takimat.playgrounds\tқұмсалғыш*\tпесочниц*,карусел*\tsandbox*,playground*\n");
        Classifier classifier = Training.train(CityData.data().with(config));
        assertThat(classifier.classify("качели и песочница сломаны").label()).hasToString("akimat.playgrounds");
        assertThat(classifier.classify("the playground slide is broken").label()).hasToString("akimat.playgrounds");
        assertThat(classifier.classify("бродячие собаки").label()).hasToString("akimat.stray-animals");
    }

    @Test
    void conceptsAloneMakeAClassifier() throws IOException {
        write("concepts/police.tsv", "passport\tpolice.documents\t\tпаспорт*\tpassport*\ntheft\tpolice.crime\t\tукрал*,краж*\tsteal*,stole*,theft\n");
        TrainingData none = new TrainingData(List.of(), List.of(), Map.of(), Set.of());
        Classifier classifier = Training.train(none.with(config));
        Classification found = classifier.classify("they stole my bag");
        assertThat(found.label()).hasToString("police.crime");
        assertThat(found.because()).containsExactly("theft");
        assertThat(classifier.classify("нужен новый паспорт").label()).hasToString("police.documents");
    }

    @Test
    void anotherCountrysCatalogueTrainsAndRoutes() throws IOException {
        write("intents/en/transit.buses.txt", "bus 5 never comes\nthe bus driver was rude\nwhen does the night bus run\nbus stop moved\n");
        write("intents/en/library.books.txt", "i lost a library book\nhow long can i keep a book\nreserve a book online\nbook overdue fee\n");
        write("intents/en/parks.trees.txt", "a tree fell on the path\nplease cut the branches\ntree roots lift the pavement\nplant new trees\n");
        Classifier classifier = Training.train(new TrainingData(List.of(), List.of(), Map.of(), Set.of()).with(config));
        assertThat(classifier.classify("the bus was late").label()).hasToString("transit.buses");
        assertThat(classifier.classify("my book is overdue").label()).hasToString("library.books");
        assertThat(classifier.classify("branches of a tree").label()).hasToString("parks.trees");
    }

    @Test
    void oneLabelOrOneMessageIsEnoughToAnswer() {
        Message message = new Message("bus", "buses", null);
        Classifier classifier = Training.train(TrainingData.of(List.of(message), List.of(), Map.of()));
        assertThat(classifier.classify("bus").label()).hasToString("buses");
        assertThat(classifier.classify("бус").label()).hasToString("buses");
    }

    @Test
    void wrongLinesNameFileLineAndReason() throws IOException {
        write("concepts/akimat.tsv", "swing\takimat.potholes\tа\tб\tc\nswing two columns\n");
        refused("akimat.tsv:2: 5 or 6 columns expected");
        write("concepts/akimat.tsv", "swing\takimat.potholes\tа\tб\tc\nswing\takimat.potholes\tа\tб\tc\n");
        refused("akimat.tsv:2: concept 'swing' stands here twice");
        write("concepts/akimat.tsv", "swing\tAkimat!\tа\tб\tc\n");
        refused("akimat.tsv:1: 'Akimat!' is no intent");
        Files.delete(config.resolve("concepts/akimat.tsv"));
        write("intents/ru/akimat.potholes.txt", "яма\nяма\tс табуляцией\n");
        refused("akimat.potholes.txt:2: a message must not have a TAB");
        Files.delete(config.resolve("intents/ru/akimat.potholes.txt"));
        write("intents/de/akimat.potholes.txt", "loch\n");
        refused("no language");
    }

    private void refused(String reason) {
        assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> CityData.data().with(config)).withMessageContaining(reason);
    }

    private void write(String name, String text) throws IOException {
        Path file = config.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

}
