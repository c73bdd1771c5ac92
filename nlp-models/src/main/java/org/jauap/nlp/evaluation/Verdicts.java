package org.jauap.nlp.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jauap.nlp.Decision;
import org.jauap.nlp.Language;
import org.jauap.nlp.SpecialLabels;

/** Figures of the product's kind over many verdicts: intents, agencies, decisions, by language. */
public final class Verdicts {

    private static final int BINS = 15;

    private final List<Verdict> verdicts;

    /** @param verdicts on messages of the product's catalogue */
    public Verdicts(List<Verdict> verdicts) {
        this.verdicts = List.copyOf(verdicts);
    }

    /** The figures as TSV: a line for all, one for each language, one for each style that the messages tell. */
    public String byGroup() {
        StringBuilder out = new StringBuilder("messages\tnumber\tintent\tagency\ttop3\troute\trouteWrong\tece\tscopeRecall\tfalseRejections"
                + "\temergencyRecall\tfalseAlarms\tlanguage\n");
        groups().forEach((name, members) -> line(name, members, out));
        return out.toString();
    }

    /** What each member of the blend reaches alone, and all together: share of right intents as TSV, in the same groups. */
    public String byMember() {
        StringBuilder out = new StringBuilder("messages\tn-grams\tconcepts\tnetwork\tvotes\tall\n");
        groups().forEach((name, members) -> {
            List<Verdict> inScope = members.stream().filter(Verdict::inScope).toList();
            out.append(String.format(Locale.ROOT, "%s\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f%n", name, share(inScope, verdict -> verdict.memberRight(0)),
                    share(inScope, verdict -> verdict.memberRight(1)), share(inScope, verdict -> verdict.memberRight(2)), share(inScope, verdict -> verdict.memberRight(3)),
                    share(inScope, Verdict::intentRight)));
        });
        return out.toString();
    }

    private Map<String, List<Verdict>> groups() {
        Map<String, List<Verdict>> groups = new LinkedHashMap<>();
        groups.put("all", verdicts);
        for (Language language : Language.values()) {
            groups.put(language.code(), verdicts.stream().filter(verdict -> verdict.language() == language).toList());
        }
        new TreeMap<>(verdicts.stream()
            .filter(verdict -> !verdict.message().style().isEmpty())
            .collect(Collectors.groupingBy(verdict -> verdict.message().style()))).forEach((style, of) -> groups.put("style " + style, of));
        return groups;
    }

    /** How often each confidence is right, as TSV: what it says and what it is worth. */
    public String calibration() {
        StringBuilder out = new StringBuilder("confidence from\tto\tmessages\tmean confidence\tright\n");
        for (int bin = 0; bin < BINS; bin++) {
            int at = bin;
            List<Verdict> in = verdicts.stream().filter(Verdict::inScope).filter(verdict -> bin(verdict) == at).toList();
            out.append(String.format(Locale.ROOT, "%.2f\t%.2f\t%d\t%.4f\t%.4f%n", (double) bin / BINS, (bin + 1.0) / BINS, in.size(),
                    in.stream().mapToDouble(Verdict::confidence).average().orElse(0), share(in, Verdict::intentRight)));
        }
        return out.toString();
    }

    /** For every share of messages that could be routed, surest first: from which confidence on, and how many of them would go wrong. */
    public String coverageAndRisk() {
        List<Verdict> surest = verdicts.stream()
            .filter(Verdict::inScope)
            .sorted(Comparator.comparingDouble(verdict -> -verdict.confidence()))
            .toList();
        StringBuilder out = new StringBuilder("coverage\tconfidence\tintent wrong\tagency wrong\n");
        for (int percent = 5; percent <= 100; percent += 5) {
            List<Verdict> covered = surest.subList(0, surest.size() * percent / 100);
            if (!covered.isEmpty()) {
                out.append(String.format(Locale.ROOT, "%.2f\t%.4f\t%.4f\t%.4f%n", percent / 100.0, covered.getLast().confidence(),
                        1 - share(covered, Verdict::intentRight), 1 - share(covered, Verdict::agencyRight)));
            }
        }
        return out.toString();
    }

    private static int bin(Verdict verdict) {
        return Math.min(BINS - 1, (int) (verdict.confidence() * BINS));
    }

    private static void line(String name, List<Verdict> of, StringBuilder out) {
        List<Verdict> inScope = of.stream().filter(Verdict::inScope).toList();
        List<Verdict> strange = of.stream().filter(verdict -> verdict.message().label().equals(SpecialLabels.OUT_OF_SCOPE)).toList();
        List<Verdict> urgent = of.stream().filter(verdict -> verdict.message().label().equals(SpecialLabels.EMERGENCY)).toList();
        List<Verdict> calm = of.stream().filter(verdict -> !verdict.message().label().equals(SpecialLabels.EMERGENCY)).toList();
        List<Verdict> routed = of.stream().filter(has(Decision.ROUTE)).toList();
        out.append(name).append('\t').append(of.size());
        for (double figure : new double[] {share(inScope, Verdict::intentRight), share(inScope, Verdict::agencyRight),
                share(inScope, Verdict::inFirstThree), share(inScope, has(Decision.ROUTE)),
                share(routed, verdict -> !verdict.intentRight()), calibrationError(inScope), share(strange, has(Decision.OUT_OF_SCOPE)),
                share(inScope, has(Decision.OUT_OF_SCOPE)), share(urgent, has(Decision.EMERGENCY)), share(calm, has(Decision.EMERGENCY)),
                share(of, verdict -> verdict.found().language() == verdict.language())}) {
            out.append(String.format(Locale.ROOT, "\t%.4f", figure));
        }
        out.append('\n');
    }

    /** The commonest mistakes as TSV, number first. */
    public String confusions(int most) {
        Map<String, Integer> pairs = new TreeMap<>();
        for (Verdict verdict : verdicts) {
            if (verdict.inScope() && !verdict.intentRight()) {
                pairs.merge(verdict.message().label() + "\t" + verdict.found().label(), 1, Integer::sum);
            }
        }
        StringBuilder out = new StringBuilder();
        pairs.entrySet()
            .stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
            .limit(most)
            .forEach(pair -> out.append(pair.getValue()).append('\t').append(pair.getKey()).append('\n'));
        return out.toString();
    }

    private static double calibrationError(List<Verdict> of) {
        double[] gap = new double[BINS];
        for (Verdict verdict : of) {
            gap[bin(verdict)] += verdict.confidence() - (verdict.intentRight() ? 1 : 0);
        }
        return of.isEmpty() ? 0 : Arrays.stream(gap).map(Math::abs).sum() / of.size();
    }

    private static Predicate<Verdict> has(Decision decision) {
        return verdict -> verdict.found().decision() == decision;
    }

    private static double share(List<Verdict> of, Predicate<Verdict> which) {
        return of.isEmpty() ? 0 : (double) of.stream().filter(which).count() / of.size();
    }

}
