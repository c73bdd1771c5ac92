package org.jauap.nlp.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.jauap.nlp.Decision;
import org.jauap.nlp.Language;
import org.jauap.nlp.SpecialLabels;

/** Figures of the product's kind over many verdicts: intents, agencies, decisions, by language. */
public final class Verdicts {

    private final List<Verdict> verdicts;

    /** @param verdicts on messages of the product's catalogue */
    public Verdicts(List<Verdict> verdicts) {
        this.verdicts = List.copyOf(verdicts);
    }

    /** The figures as TSV: a line for all, one for each language. */
    public String byLanguage() {
        StringBuilder out = new StringBuilder("messages\tnumber\tintent\tagency\ttop3\troute\trouteWrong\tece\tscopeRecall\tfalseRejections"
                + "\temergencyRecall\tfalseAlarms\tlanguage\n");
        line("all", verdicts, out);
        for (Language language : Language.values()) {
            line(language.code(), verdicts.stream().filter(verdict -> verdict.message().language() == language).toList(), out);
        }
        return out.toString();
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
                share(of, verdict -> verdict.found().language() == verdict.message().language())}) {
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
        int bins = 15;
        double[] gap = new double[bins];
        for (Verdict verdict : of) {
            double confidence = verdict.found().alternatives().isEmpty() ? 0 : verdict.found().alternatives().getFirst().confidence();
            gap[Math.min(bins - 1, (int) (confidence * bins))] += confidence - (verdict.intentRight() ? 1 : 0);
        }
        double error = 0;
        for (double each : gap) {
            error += Math.abs(each);
        }
        return of.isEmpty() ? 0 : error / of.size();
    }

    private static Predicate<Verdict> has(Decision decision) {
        return verdict -> verdict.found().decision() == decision;
    }

    private static double share(List<Verdict> of, Predicate<Verdict> which) {
        return of.isEmpty() ? 0 : (double) of.stream().filter(which).count() / of.size();
    }

}
