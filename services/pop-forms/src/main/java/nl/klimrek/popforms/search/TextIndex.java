package nl.klimrek.popforms.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds things by the beginnings of the words of their names, as somebody types. From four letters on a word is also found inside
 * another, because Dutch writes compounds as one word: {@code verzorging} finds {@code wondverzorging}. Immutable.
 *
 * @param <T> what is found
 */
public final class TextIndex<T> {

    private static final int INSIDE_FROM = 4;
    private static final int MAX_WORDS = 8;

    private final List<Entry<T>> entries;
    /** Places of entries, by word. */
    private final Map<String, int[]> places;

    private TextIndex(List<Entry<T>> entries, Map<String, int[]> places) {
        this.entries = List.copyOf(entries);
        this.places = places;
    }

    /** @param labels its folded names by language; @param key orders what is equally close */
    private record Entry<T>(T found, String key, Map<String, String> labels) {}

    /** Collects what can be found. */
    public static final class Builder<T> {
        private final List<Entry<T>> entries = new ArrayList<>();
        private final Map<String, BitSet> places = new TreeMap<>();

        /**
         * Adds a thing.
         *
         * @param key orders what is equally close; unique
         * @param names its names by language
         * @param others other texts by which it is found
         */
        public void add(T found, String key, Map<String, String> names, Collection<String> others) {
            int place = entries.size();
            Map<String, String> labels = new HashMap<>();
            names.forEach((language, name) -> labels.put(language, index(name, place)));
            others.forEach(other -> index(other, place));
            entries.add(new Entry<>(found, key, Map.copyOf(labels)));
        }

        private String index(String text, int place) {
            List<String> words = FoldedText.words(text);
            words.forEach(word ->
                    places.computeIfAbsent(word, ignored -> new BitSet()).set(place));
            return String.join(" ", words);
        }

        public TextIndex<T> build() {
            return new TextIndex<>(
                    entries,
                    places.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    word -> word.getValue().stream().toArray())));
        }
    }

    /** Number of things that can be found. */
    public int size() {
        return entries.size();
    }

    /**
     * What has all words of the text, the best first: the name itself, names that begin with the text, names with words that begin so,
     * then others.
     *
     * @param language the reader's language, whose names come first
     */
    public List<T> search(String text, String language, int limit) {
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
                .map(entry -> new Ranked<>(entry, rank(entry, folded, language), length(entry, language)))
                .sorted(Comparator.comparingInt((Ranked<T> ranked) -> ranked.rank())
                        .thenComparingInt(Ranked::length)
                        .thenComparing(ranked -> ranked.entry().key()))
                .limit(limit)
                .map(ranked -> ranked.entry().found())
                .toList();
    }

    private record Ranked<T>(Entry<T> entry, int rank, int length) {}

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

    private static int rank(Entry<?> entry, String folded, String language) {
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

    private static int length(Entry<?> entry, String language) {
        String label = entry.labels().get(language);
        return label == null
                ? entry.labels().values().stream()
                        .mapToInt(String::length)
                        .min()
                        .orElse(0)
                : label.length();
    }
}
