package org.jauap.nlp;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Fits all that decides, on held-out messages, by what a wrong decision costs: a wrong agency more than a question back, a missed
 * emergency more than a needless hint, a citizen turned away more than a greeting queued.
 */
final class DecisionFitting {

    /** Share of routed messages that may be wrong, of messages as hard as the built-in ones; everyday ones are clearer. */
    private static final double WRONG_ROUTES = 0.02;
    /**
     * How many questions back a wrong agency is worth: one tap corrects it, but not everybody taps. With a calibrated confidence p it
     * pays to register from (1 − p) × this &lt; 1 on, however hard the held-out messages are.
     */
    private static final double WRONG_ROUTE_COSTS = 5;
    /** Share of citizens with a matter that may at most be told that it is none. */
    private static final double FALSE_REJECTIONS = 0.035;
    /** How much worse it is to turn away a share of the citizens with a matter than to ask the same share of the others what they want. */
    private static final double TURNING_AWAY_COSTS = 2;
    /** Share of other messages that may be taken for an emergency. */
    private static final double FALSE_ALARMS = 0.009;
    /** What the votes count at least where a label has nothing else; held-out messages can't tell, since none has that label. */
    private static final double VOTES_FOR_THE_WORDLESS = 4;
    private static final Detector UNTAUGHT = new Detector(-1, null);
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final Blend EVEN = new Blend(new double[] {4, 4, 0.5, 4});

    private final boolean wordless;
    private final boolean[] special;
    private final int outOfScope;
    private final int emergency;

    /** @param wordless whether some label has no message, so that its concepts' votes alone speak for it */
    DecisionFitting(List<String> labels, boolean wordless) {
        this.wordless = wordless;
        this.special = Decider.special(labels);
        this.outOfScope = labels.indexOf(SpecialLabels.OUT_OF_SCOPE);
        this.emergency = labels.indexOf(SpecialLabels.EMERGENCY);
    }

    /** For a model of votes alone: nothing could be measured. */
    Decider unmeasured(Blend blend) {
        return new Decider(blend, new Detector(outOfScope, null), new Detector(emergency, null), UNTAUGHT, Thresholds.CAUTIOUS);
    }

    Decider fit(HeldOut heldOut) {
        if (heldOut.isEmpty()) {
            return unmeasured(EVEN);
        }
        Blend fitted = Blend.fit(heldOut.inScopeOpinions(), heldOut.inScopeLabels());
        Blend blend = wordless ? fitted.withAtLeast(Members.VOTES, VOTES_FOR_THE_WORDLESS) : fitted;
        List<Opinions> opinions = heldOut.rows().stream().map(HeldOut.Row::opinions).toList();
        Detector strange = Detector.fit(outOfScope, opinions, flags(heldOut, this::isStrange), blend, special);
        Detector urgent = emergency < 0 ? UNTAUGHT
                : Detector.fit(emergency, opinions, flags(heldOut, label -> label == emergency), blend, special);
        Decider untaught = new Decider(blend, strange, urgent, UNTAUGHT, Thresholds.CAUTIOUS);
        Detector right = right(heldOut, untaught);
        Decider decider = new Decider(blend, strange, urgent, right, Thresholds.CAUTIOUS);
        List<Seen> seen = heldOut.rows().stream().map(row -> new Seen(row.label(), decider.outcome(row.opinions(), special))).toList();
        return new Decider(blend, strange, urgent, right, thresholds(seen));
    }

    private Detector right(HeldOut heldOut, Decider decider) {
        List<HeldOut.Row> intents = heldOut.rows().stream().filter(row -> row.label() >= 0 && !special[row.label()]).toList();
        boolean[] found = new boolean[intents.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = decider.outcome(intents.get(i).opinions(), special).best() == intents.get(i).label();
        }
        return Detector.fit(-1, intents.stream().map(HeldOut.Row::opinions).toList(), found, decider.blend(), special);
    }

    private boolean isStrange(int label) {
        return label < 0 || label == outOfScope;
    }

    private static boolean[] flags(HeldOut heldOut, java.util.function.IntPredicate which) {
        boolean[] flags = new boolean[heldOut.rows().size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = which.test(heldOut.rows().get(i).label());
        }
        return flags;
    }

    private Thresholds thresholds(List<Seen> seen) {
        double scope = scope(seen.stream().filter(row -> isStrange(row.label())).toList(),
                seen.stream().filter(row -> !isStrange(row.label()) && row.label() != emergency).toList());
        double alarm = emergency < 0 ? NEVER
                : above(seen.stream().filter(row -> row.label() != emergency).toList(), row -> row.outcome().alarm(), FALSE_ALARMS);
        List<Seen> reaching = seen.stream()
            .filter(row -> row.outcome().alarm() < alarm && row.outcome().strangeness() < scope)
            .toList();
        return new Thresholds(Math.min(route(reaching), 1 - 1 / WRONG_ROUTE_COSTS), scope, alarm);
    }

    /** The strangeness from which on turning away costs least, and not too many with a matter are turned away. */
    private static double scope(List<Seen> strange, List<Seen> matters) {
        if (strange.isEmpty()) {
            return NEVER;
        }
        double[] missed = strange.stream().mapToDouble(row -> row.outcome().strangeness()).sorted().toArray();
        double[] turnedAway = matters.stream().mapToDouble(row -> row.outcome().strangeness()).sorted().toArray();
        double lowest = above(matters, row -> row.outcome().strangeness(), FALSE_REJECTIONS);
        double best = lowest;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < missed.length; i++) {
            double threshold = missed[i];
            if (threshold >= lowest) {
                double cost = (double) i / missed.length + TURNING_AWAY_COSTS * shareFrom(turnedAway, threshold);
                if (cost < least) {
                    least = cost;
                    best = threshold;
                }
            }
        }
        return best;
    }

    private static double shareFrom(double[] sorted, double threshold) {
        int at = java.util.Arrays.binarySearch(sorted, threshold);
        int below = at >= 0 ? at : -at - 1;
        return sorted.length == 0 ? 0 : 1 - (double) below / sorted.length;
    }

    /** The threshold that not more than this share of the rows reach. */
    private static double above(List<Seen> rows, ToDoubleFunction<Seen> value, double share) {
        double[] sorted = rows.stream().mapToDouble(value).sorted().toArray();
        if (sorted.length == 0) {
            return NEVER;
        }
        int at = Math.max(0, (int) Math.ceil(sorted.length * (1 - share)) - 1);
        return Math.nextUp(sorted[at]);
    }

    /** The lowest confidence above which not more than {@link #WRONG_ROUTES} are wrong. */
    private static double route(List<Seen> reaching) {
        List<Seen> surestFirst = reaching.stream().sorted(Comparator.comparingDouble(row -> -row.outcome().confidence())).toList();
        double threshold = 1;
        int wrong = 0;
        for (int i = 0; i < surestFirst.size(); i++) {
            Seen row = surestFirst.get(i);
            wrong += row.label() == row.outcome().best() ? 0 : 1;
            if (wrong <= WRONG_ROUTES * (i + 1)) {
                threshold = row.outcome().confidence();
            }
        }
        return threshold;
    }

    /** A held-out message: its right label and what would be known of it. */
    private record Seen(int label, Decider.Outcome outcome) {
    }

}
