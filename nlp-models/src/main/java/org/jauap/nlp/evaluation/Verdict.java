package org.jauap.nlp.evaluation;

import java.util.List;

import org.jauap.nlp.Classification;
import org.jauap.nlp.Judgement;
import org.jauap.nlp.Label;
import org.jauap.nlp.Language;
import org.jauap.nlp.Message;
import org.jauap.nlp.SpecialLabels;

/**
 * What became of a message of the product's kind.
 *
 * @param message with its right label
 * @param found what the classifier said
 * @param strangeness what speaks for being out of scope
 * @param byMember what each member of the blend alone would have said
 */
public record Verdict(Message message, Classification found, double strangeness, List<Label> byMember) {

    static Verdict of(Message message, Judgement judgement) {
        return new Verdict(message, judgement.classification(), judgement.outOfScope(), judgement.byMember());
    }

    /** The language the data tell, else the one that was found. */
    Language language() {
        return message.language() == null ? found.language() : message.language();
    }

    /** Of the likeliest intent; 0 when there is none. */
    double confidence() {
        return found.alternatives().isEmpty() ? 0 : found.alternatives().getFirst().confidence();
    }

    boolean memberRight(int member) {
        return member < byMember.size() && byMember.get(member).toString().equals(message.label());
    }

    /** Whether an agency answers it. */
    boolean inScope() {
        return !message.label().equals(SpecialLabels.OUT_OF_SCOPE) && !message.label().equals(SpecialLabels.EMERGENCY);
    }

    boolean intentRight() {
        return found.label() != null && found.label().toString().equals(message.label());
    }

    boolean agencyRight() {
        return found.label() != null && found.label().agency().equals(Label.parse(message.label()).agency());
    }

    boolean inFirstThree() {
        return found.alternatives().stream().limit(3).anyMatch(each -> each.label().toString().equals(message.label()));
    }

}
