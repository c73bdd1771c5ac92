package org.jauap.nlp;

import java.util.List;

/**
 * A classification and what stands behind it, for those who measure.
 *
 * @param classification what the gateway acts upon
 * @param outOfScope from 0 to 1, how much speaks for the message being nobody's matter, whatever was decided
 * @param byMember what each member of the blend alone holds to be the likeliest intent: the n-grams, the concepts, the network, the votes; empty
 * where there was nothing to read
 */
public record Judgement(Classification classification, double outOfScope, List<Label> byMember) {

    public Judgement {
        byMember = List.copyOf(byMember);
    }

}
