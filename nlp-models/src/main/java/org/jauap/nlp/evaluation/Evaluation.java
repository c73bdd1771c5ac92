package org.jauap.nlp.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.jauap.nlp.Classification;
import org.jauap.nlp.Classifier;
import org.jauap.nlp.Decision;
import org.jauap.nlp.Alternative;
import org.jauap.nlp.Judgement;
import org.jauap.nlp.Label;
import org.jauap.nlp.Message;
import org.jauap.nlp.SpecialLabels;
import org.jspecify.annotations.Nullable;

/** What a classifier makes of labelled messages, and the figures that follow. Immutable. */
public final class Evaluation {

    private static final int BINS = 15;

    private final List<Answer> answers;
    private final List<Verdict> verdicts;
    private final @Nullable String outOfScope;

    private Evaluation(List<Answer> answers, List<Verdict> verdicts, @Nullable String outOfScope) {
        this.answers = List.copyOf(answers);
        this.verdicts = List.copyOf(verdicts);
        this.outOfScope = outOfScope;
    }

    /**
     * Classifies all messages, each twice: times are taken the second time.
     *
     * @param outOfScope the label of messages out of scope; {@code null}: there are none, so that none may be turned away
     */
    public static Evaluation of(Classifier classifier, List<Message> messages, @Nullable String outOfScope) {
        messages.forEach(message -> classifier.classify(message.text()));
        List<Answer> answers = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (Message message : messages) {
            long start = System.nanoTime();
            Judgement judgement = classifier.judge(message.text(), null);
            answers.add(answer(message, judgement, outOfScope, System.nanoTime() - start));
            verdicts.add(Verdict.of(message, judgement));
        }
        return new Evaluation(answers, verdicts, outOfScope);
    }

    private static Answer answer(Message message, Judgement judgement, @Nullable String outOfScope, long nanos) {
        Classification found = judgement.classification();
        List<Alternative> alternatives = found.alternatives();
        String predicted = found.label() == null ? "" : found.label().toString();
        double confidence = alternatives.isEmpty() ? 0 : alternatives.getFirst().confidence();
        double strangeness = judgement.outOfScope();
        boolean rejected = false;
        if (found.decision() == Decision.EMERGENCY) {
            predicted = SpecialLabels.EMERGENCY;
            confidence = found.confidence();
        }
        if (outOfScope != null) {
            rejected = found.decision() == Decision.OUT_OF_SCOPE || predicted.equals(outOfScope);
            strangeness = Math.max(strangeness, confidenceOf(outOfScope, alternatives));
        }
        String expected = message.label();
        boolean inFirstThree = predicted.equals(expected)
                || alternatives.stream().limit(3).anyMatch(alternative -> alternative.label().toString().equals(expected));
        return new Answer(message.text(), expected, predicted, rejected, inFirstThree, confidence, strangeness, nanos);
    }

    private static double confidenceOf(String label, List<Alternative> alternatives) {
        return alternatives.stream().filter(each -> each.label().toString().equals(label)).mapToDouble(Alternative::confidence).sum();
    }

    /** All answers, in the order of the messages. */
    public List<Answer> answers() {
        return answers;
    }

    /** The same messages as the product's catalogue sees them: agencies, decisions, languages, styles. */
    public Verdicts verdicts() {
        return new Verdicts(verdicts);
    }

    /** The answers to messages that are in scope. */
    public List<Answer> inScope() {
        return answers.stream().filter(answer -> !answer.expected().equals(outOfScope)).toList();
    }

    /** Share of messages in scope that got their label and were not turned away. */
    public double accuracy() {
        return share(inScope(), Answer::right);
    }

    /** Share of messages in scope whose label is among the three likeliest. */
    public double topThree() {
        return share(inScope(), Answer::inFirstThree);
    }

    /** Precision and recall by label. */
    public Map<String, LabelScore> byLabel() {
        return scores(label -> label);
    }

    /** Precision and recall by agency: a label without one stands for itself. */
    public Map<String, LabelScore> byAgency() {
        return scores(label -> label.contains(".") ? Label.parse(label).agency() : label);
    }

    private Map<String, LabelScore> scores(UnaryOperator<String> group) {
        Map<String, LabelScore> scores = new TreeMap<>();
        for (Answer answer : inScope()) {
            String expected = group.apply(answer.expected());
            String predicted = group.apply(answer.predicted());
            boolean right = !answer.rejected() && expected.equals(predicted);
            scores.merge(expected, new LabelScore(1, 0, right ? 1 : 0), LabelScore::plus);
            if (!answer.rejected()) {
                scores.merge(predicted, new LabelScore(0, 1, 0), LabelScore::plus);
            }
        }
        return scores;
    }

    /** The mean of F1 over the labels that the messages have. */
    public double macroF1() {
        return byLabel().values().stream().filter(score -> score.expected() > 0).mapToDouble(LabelScore::f1).average().orElse(0);
    }

    /** Expected calibration error: how far confidence lies from the share that is right, in the mean over fifteen equal bins. */
    public double calibrationError() {
        double[] confidence = new double[BINS];
        double[] right = new double[BINS];
        List<Answer> inScope = inScope();
        for (Answer answer : inScope) {
            int bin = Math.min(BINS - 1, (int) (answer.confidence() * BINS));
            confidence[bin] += answer.confidence();
            right[bin] += answer.expected().equals(answer.predicted()) ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(confidence[bin] - right[bin]);
        }
        return inScope.isEmpty() ? 0 : error / inScope.size();
    }

    /** How well messages out of scope are told from the others; {@code null} when there are none. */
    public @Nullable ScopeScore scope() {
        List<Answer> strange = answers.stream().filter(answer -> answer.expected().equals(outOfScope)).toList();
        if (strange.isEmpty()) {
            return null;
        }
        List<Answer> inScope = inScope();
        return new ScopeScore(share(strange, Answer::rejected), share(inScope, Answer::rejected), areaUnderCurve(strange.size()));
    }

    /** Probability that a message out of scope looks stranger than one in scope (ties count half). */
    private double areaUnderCurve(int strange) {
        Answer[] sorted = answers.stream().sorted(Comparator.comparingDouble(Answer::strangeness)).toArray(Answer[]::new);
        double ranks = 0;
        int i = 0;
        while (i < sorted.length) {
            int end = i;
            int here = 0;
            while (end < sorted.length && sorted[end].strangeness() == sorted[i].strangeness()) {
                here += sorted[end++].expected().equals(outOfScope) ? 1 : 0;
            }
            ranks += here * ((i + 1 + end) / 2.0);
            i = end;
        }
        double others = sorted.length - strange;
        return others == 0 ? 1 : (ranks - strange * (strange + 1.0) / 2) / (strange * others);
    }

    /** The time below which this share of the messages was classified, in microseconds. */
    public double micros(double share) {
        long[] sorted = answers.stream().mapToLong(Answer::nanos).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))] / 1000.0;
    }

    private static double share(List<Answer> of, java.util.function.Predicate<Answer> which) {
        return of.isEmpty() ? 0 : (double) of.stream().filter(which).count() / of.size();
    }

}
