package nl.klimrek.popforms.skill.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.klimrek.popforms.skill.ListedSkill;
import nl.klimrek.popforms.skill.SkillListVersion;
import org.jspecify.annotations.Nullable;

/**
 * Finds skills of an organisation's lists by the beginnings of words, as somebody types. From four letters on a word is also found inside
 * another, because Dutch writes compounds as one word: {@code verzorging} finds {@code wondverzorging}. Immutable.
 */
final class SkillIndex {

    private static final int INSIDE_FROM = 4;
    private static final int MAX_WORDS = 8;

    private final List<Entry> entries;
    /** Places of entries, by word. */
    private final Map<String, int[]> places;

    private SkillIndex(List<Entry> entries, Map<String, int[]> places) {
        this.entries = List.copyOf(entries);
        this.places = places;
    }

    /**
     * A skill as it is found.
     *
     * @param labels its folded names by language
     */
    record Entry(SkillListVersion list, String code, Map<String, String> labels) {}

    static final class Builder {
        private final List<Entry> entries = new ArrayList<>();
        private final Map<String, BitSet> places = new TreeMap<>();

        void add(ListedSkill skill) {
            int place = entries.size();
            Map<String, String> labels = new HashMap<>();
            skill.names().forEach((language, name) -> {
                labels.put(language, index(name.label(), place));
                name.alternatives().forEach(other -> index(other, place));
            });
            entries.add(new Entry(skill.list(), skill.code(), Map.copyOf(labels)));
        }

        private String index(String text, int place) {
            List<String> words = FoldedText.words(text);
            words.forEach(word ->
                    places.computeIfAbsent(word, ignored -> new BitSet()).set(place));
            return String.join(" ", words);
        }

        SkillIndex build() {
            return new SkillIndex(
                    entries,
                    places.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    word -> word.getValue().stream().toArray())));
        }
    }

    int size() {
        return entries.size();
    }

    /**
     * The skills that have all words of the text, the best first: the name itself, names that begin with the text, names with words
     * that begin so, then others.
     *
     * @param language the reader's language, whose names come first
     */
    List<Entry> search(String text, String language, int limit) {
        List<String> words = FoldedText.words(text).stream().limit(MAX_WORDS).toList();
        if (words.isEmpty()) {
            return List.of();
        }
        BitSet found = null;
        for (String word : words) {
            BitSet having = having(word);
            if (found == null) {
                found = having;
            } else {
                found.and(having);
            }
        }
        String folded = String.join(" ", words);
        return bits(found)
                .mapToObj(entries::get)
                .map(entry -> new Ranked(entry, rank(entry, folded, language), length(entry, language)))
                .sorted(Comparator.comparingInt(Ranked::rank)
                        .thenComparingInt(Ranked::length)
                        .thenComparing(ranked -> ranked.entry().code()))
                .limit(limit)
                .map(Ranked::entry)
                .toList();
    }

    private record Ranked(Entry entry, int rank, int length) {}

    private static IntStream bits(@Nullable BitSet found) {
        return found == null ? IntStream.empty() : found.stream();
    }

    private BitSet having(String typed) {
        BitSet found = new BitSet();
        places.forEach((word, where) -> {
            if (word.startsWith(typed) || typed.length() >= INSIDE_FROM && word.contains(typed)) {
                for (int place : where) {
                    found.set(place);
                }
            }
        });
        return found;
    }

    private static int rank(Entry entry, String folded, String language) {
        int best = 8;
        for (Map.Entry<String, String> label : entry.labels().entrySet()) {
            int other = label.getKey().equals(language) ? 0 : 1;
            best = Math.min(best, closeness(label.getValue(), folded) + other);
        }
        return best;
    }

    private static int closeness(String label, String folded) {
        if (label.equals(folded)) {
            return 0;
        }
        if (label.startsWith(folded)) {
            return 2;
        }
        return (" " + label).contains(" " + folded) ? 4 : 6;
    }

    private static int length(Entry entry, String language) {
        String label = entry.labels().get(language);
        return label == null
                ? entry.labels().values().stream()
                        .mapToInt(String::length)
                        .min()
                        .orElse(0)
                : label.length();
    }
}
