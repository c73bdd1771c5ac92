package org.jauap.nlp.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jauap.nlp.Language;
import org.jauap.nlp.Message;
import org.jauap.nlp.SpecialLabels;
import org.jauap.nlp.concepts.Concept;
import org.jauap.nlp.concepts.Lexicon;
import org.jauap.nlp.text.Folding;

/**
 * How well a lexicon fits labelled messages: how many it reaches, which of its concepts never fire or point wrong, and which telling
 * words it lacks. What it takes to make a lexicon grow; nothing is trained.
 */
public final class ConceptAudit {

    private static final int FEWEST_FOR_A_WORD = 3;
    private static final double TELLING = 0.5;
    private static final int MOST_WORDS_A_LABEL = 25;

    private final Map<String, Concept> concepts;
    private final List<String> keys;
    private final List<Found> found;

    /** A message, its folded text and the numbers of the concepts in it. */
    private record Found(Message message, String language, String folded, int[] concepts) {
    }

    /**
     * @param concepts by file and code
     * @param messages labelled; where a message tells no language, one in Cyrillic counts as Russian
     */
    public ConceptAudit(Map<String, Concept> concepts, List<Message> messages) {
        this.concepts = new TreeMap<>(concepts);
        this.keys = List.copyOf(this.concepts.keySet());
        Lexicon lexicon = new Lexicon(List.copyOf(this.concepts.values()));
        this.found = messages.stream().map(message -> find(lexicon, message)).toList();
    }

    /** For concepts that are known without their files: each is called after the first label it points to; a name that is taken gets a prime. */
    public static ConceptAudit of(List<Concept> concepts, List<Message> messages) {
        Map<String, Concept> named = new TreeMap<>();
        for (Concept concept : concepts) {
            String name = concept.labels().getFirst() + "/" + concept.code();
            while (named.putIfAbsent(name, concept) != null) {
                name += "'";
            }
        }
        return new ConceptAudit(named, messages);
    }

    private static Found find(Lexicon lexicon, Message message) {
        Language language = message.language();
        if (language == null) {
            language = message.text().codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC)
                    ? Language.RU : Language.EN;
        }
        String folded = Folding.fold(message.text(), language != Language.EN);
        return new Found(message, language.code(), folded, lexicon.mentionedIn(folded));
    }

    /**
     * Coverage by language and style: the share of messages in which a concept points to the right label, the share in which any
     * concept is mentioned at all, and the share in which none of those mentioned points to the right label.
     */
    public String coverage() {
        Map<String, List<Found>> groups = new TreeMap<>(found.stream().collect(Collectors.groupingBy(Found::language)));
        found.stream()
            .filter(each -> !each.message().style().isEmpty())
            .forEach(each -> groups.computeIfAbsent("style " + each.message().style(), style -> new ArrayList<>()).add(each));
        groups.put("all", found);
        StringBuilder out = new StringBuilder("messages of\tcount\tpointed right\tmentioned\tonly pointed wrong\n");
        groups.forEach((group, members) -> out.append(String.format(Locale.ROOT, "%s\t%d\t%.3f\t%.3f\t%.3f%n", group, members.size(),
                share(members, this::pointsRight), share(members, each -> each.concepts().length > 0),
                share(members, each -> each.concepts().length > 0 && !pointsRight(each)))));
        return out.toString();
    }

    /** Every concept: how often it fires in each language, how often it is right, and where it points wrong most. */
    public String concepts() {
        Map<Integer, Map<String, Integer>> byLanguage = new HashMap<>();
        Map<Integer, Map<String, Integer>> wrong = new HashMap<>();
        int[] fired = new int[keys.size()];
        int[] right = new int[keys.size()];
        for (Found each : found) {
            for (int concept : each.concepts()) {
                fired[concept]++;
                byLanguage.computeIfAbsent(concept, c -> new HashMap<>()).merge(each.language(), 1, Integer::sum);
                if (concept(concept).labels().contains(each.message().label())) {
                    right[concept]++;
                }
                else {
                    wrong.computeIfAbsent(concept, c -> new HashMap<>()).merge(each.message().label(), 1, Integer::sum);
                }
            }
        }
        StringBuilder out = new StringBuilder("concept\tlabels\tkk\tru\ten\tright\tpoints wrong most in\n");
        for (int i = 0; i < keys.size(); i++) {
            Map<String, Integer> own = byLanguage.getOrDefault(i, Map.of());
            String share = fired[i] == 0 ? "never fires" : String.format(Locale.ROOT, "%.2f", (double) right[i] / fired[i]);
            out.append(String.join("\t", keys.get(i), String.join(",", concept(i).labels()), count(own, "kk"), count(own, "ru"),
                    count(own, "en"), share, most(wrong.getOrDefault(i, Map.of())))).append('\n');
        }
        return out.toString();
    }

    /** Words that tell a label and that no concept of that label has, by label and language, the most frequent first. */
    public String missingWords() {
        Map<String, Map<String, Set<String>>> labelsOfWord = new HashMap<>();
        Map<String, Map<String, Integer>> seen = new TreeMap<>();
        Map<String, Map<String, Integer>> everywhere = new HashMap<>();
        for (Found each : found) {
            Set<String> covered = coveredWords(each);
            for (String word : new HashSet<>(Arrays.asList(each.folded().split(" ")))) {
                everywhere.computeIfAbsent(each.language(), language -> new HashMap<>()).merge(word, 1, Integer::sum);
                if (word.length() > 2 && !covered.contains(word)) {
                    seen.computeIfAbsent(each.message().label() + "\t" + each.language(), key -> new HashMap<>()).merge(word, 1, Integer::sum);
                }
            }
        }
        StringBuilder out = new StringBuilder("label\tlanguage\twords without a concept (messages of the label / of all)\n");
        seen.forEach((key, words) -> {
            Map<String, Integer> all = everywhere.getOrDefault(key.substring(key.indexOf('\t') + 1), Map.of());
            String telling = words.entrySet()
                .stream()
                .filter(word -> word.getValue() >= FEWEST_FOR_A_WORD && word.getValue() >= TELLING * all.get(word.getKey()))
                .sorted(Comparator.<Map.Entry<String, Integer>>comparingInt(word -> -word.getValue()).thenComparing(Map.Entry::getKey))
                .limit(MOST_WORDS_A_LABEL)
                .map(word -> "%s %d/%d".formatted(word.getKey(), word.getValue(), all.get(word.getKey())))
                .collect(Collectors.joining(", "));
            if (!telling.isEmpty()) {
                out.append(key).append('\t').append(telling).append('\n');
            }
        });
        return out.toString();
    }

    /** The messages, special ones left out, in which no concept points to the right label. */
    public String unreached() {
        StringBuilder out = new StringBuilder("label\tlanguage\ttext\tconcepts mentioned\n");
        found.stream()
            .filter(each -> SpecialLabels.isIntent(each.message().label()) && !pointsRight(each))
            .forEach(each -> out.append(String.join("\t", each.message().label(), each.language(), each.message().text(),
                    Arrays.stream(each.concepts()).mapToObj(keys::get).collect(Collectors.joining(", ")))).append('\n'));
        return out.toString();
    }

    /** All of it, by file name. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("coverage.tsv", coverage());
        files.put("concepts.tsv", concepts());
        files.put("missing-words.tsv", missingWords());
        files.put("unreached.tsv", unreached());
        return files;
    }

    private Set<String> coveredWords(Found each) {
        List<Concept> own = Arrays.stream(each.concepts())
            .mapToObj(this::concept)
            .filter(concept -> concept.labels().contains(each.message().label()))
            .toList();
        if (own.isEmpty()) {
            return Set.of();
        }
        Lexicon lexicon = new Lexicon(own);
        return Stream.of(each.folded().split(" "))
            .filter(word -> lexicon.mentionedIn(word).length > 0)
            .collect(Collectors.toSet());
    }

    private boolean pointsRight(Found each) {
        return Arrays.stream(each.concepts()).anyMatch(concept -> concept(concept).labels().contains(each.message().label()));
    }

    private Concept concept(int number) {
        return concepts.get(keys.get(number));
    }

    private static String count(Map<String, Integer> counts, String language) {
        return Integer.toString(counts.getOrDefault(language, 0));
    }

    private static String most(Map<String, Integer> labels) {
        return labels.entrySet()
            .stream()
            .sorted(Comparator.<Map.Entry<String, Integer>>comparingInt(label -> -label.getValue()).thenComparing(Map.Entry::getKey))
            .limit(4)
            .map(label -> label.getKey() + " " + label.getValue())
            .collect(Collectors.joining(", "));
    }

    private static double share(List<Found> of, java.util.function.Predicate<Found> which) {
        return of.isEmpty() ? 0 : (double) of.stream().filter(which).count() / of.size();
    }

}
