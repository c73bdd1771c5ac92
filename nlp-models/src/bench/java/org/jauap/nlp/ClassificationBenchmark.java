package org.jauap.nlp;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jauap.nlp.concepts.Lexicon;
import org.jauap.nlp.text.Folding;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long one message takes, on one thread, over the product's own messages in turn; sampled, so that percentiles are reported. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class ClassificationBenchmark {

    private static final int LENGTH = 200;

    private Classifier classifier;
    private List<Message> messages;
    private Lexicon lexicon;
    private List<String> texts;
    private int next;

    /** Trains the product's model, and folds messages to texts of two hundred characters. */
    @Setup
    public void train() {
        TrainingData data = TrainingData.builtIn();
        classifier = Training.train(data);
        messages = data.messages();
        lexicon = new Lexicon(classifier.concepts());
        texts = messages.stream()
            .map(message -> Folding.fold((message.text() + " ").repeat(LENGTH), true))
            .filter(folded -> folded.length() >= LENGTH)
            .map(folded -> folded.substring(0, LENGTH))
            .toList();
    }

    /** All concepts that two hundred characters mention. */
    @Benchmark
    public int[] match() {
        next = (next + 7919) % texts.size();
        return lexicon.mentionedIn(texts.get(next));
    }

    /** Language, intent, decision and reasons of one message. */
    @Benchmark
    public Classification classify() {
        next = (next + 7919) % messages.size();
        return classifier.classify(messages.get(next).text());
    }

}
