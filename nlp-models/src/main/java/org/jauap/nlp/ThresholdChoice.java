package org.jauap.nlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses thresholds on held-out messages by what a wrong decision costs: a wrong agency more than a question back, a missed
 * emergency more than a needless hint, a citizen turned away more than a greeting queued.
 */
final class ThresholdChoice {

    /** Share of routed messages that may be wrong. */
    private static final double WRONG_ROUTES = 0.03;
    /** Share of citizens with a matter that may be told that it is none. */
    private static final double FALSE_REJECTIONS = 0.03;
    /** Share of other messages that may be taken for an emergency. */
    private static final double FALSE_ALARMS = 0.007;
    private static final double LEAST_EMERGENCY = 0.1;

    private final List<String> labels;
    private final Blend blend;
    private final int outOfScope;
    private final int emergency;

    ThresholdChoice(List<String> labels, Blend blend) {
        this.labels = labels;
        this.blend = blend;
        this.outOfScope = labels.indexOf(SpecialLabels.OUT_OF_SCOPE);
        this.emergency = labels.indexOf(SpecialLabels.EMERGENCY);
    }

    Thresholds choose(HeldOut heldOut) {
        if (heldOut.isEmpty()) {
            return Thresholds.CAUTIOUS;
        }
        List<Double> falseScopes = new ArrayList<>();
        List<Double> falseAlarms = new ArrayList<>();
        List<double[]> routes = new ArrayList<>();
        boolean strangersSeen = outOfScope >= 0;
        for (HeldOut.Row row : heldOut.rows()) {
            double[] probabilities = blend.probabilities(row.opinions());
            int best = best(probabilities);
            strangersSeen |= row.label() < 0;
            if (row.label() >= 0 && row.label() != outOfScope && row.label() != emergency) {
                falseScopes.add(outOfScope >= 0 ? probabilities[outOfScope] : 1 - probabilities[best]);
            }
            if (emergency >= 0 && row.label() != emergency) {
                falseAlarms.add(probabilities[emergency]);
            }
            if (best >= 0) {
                routes.add(new double[] {probabilities[best], best == row.label() ? 1 : 0});
            }
        }
        double scope = strangersSeen ? atMost(falseScopes, FALSE_REJECTIONS) : Double.POSITIVE_INFINITY;
        double alarm = emergency >= 0 ? Math.max(LEAST_EMERGENCY, atMost(falseAlarms, FALSE_ALARMS)) : Double.POSITIVE_INFINITY;
        return new Thresholds(route(routes), scope, alarm);
    }

    private int best(double[] probabilities) {
        int best = -1;
        for (int label = 0; label < labels.size(); label++) {
            if (label != outOfScope && label != emergency && (best < 0 || probabilities[label] > probabilities[best])) {
                best = label;
            }
        }
        return best;
    }

    /** The threshold that not more than this share of the values reach. */
    private static double atMost(List<Double> values, double share) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            return Double.POSITIVE_INFINITY;
        }
        int at = (int) Math.ceil(sorted.length * (1 - share));
        return at >= sorted.length ? Math.nextUp(sorted[sorted.length - 1]) : Math.nextUp(sorted[at]);
    }

    /** The lowest confidence above which not more than {@link #WRONG_ROUTES} are wrong. */
    private static double route(List<double[]> routes) {
        double[][] sorted = routes.toArray(double[][]::new);
        Arrays.sort(sorted, Comparator.comparingDouble(route -> -route[0]));
        double threshold = 1;
        int wrong = 0;
        for (int i = 0; i < sorted.length; i++) {
            wrong += sorted[i][1] == 1 ? 0 : 1;
            if (wrong <= WRONG_ROUTES * (i + 1)) {
                threshold = sorted[i][0];
            }
        }
        return threshold;
    }

}
