package nl.klimrek.embedded.store.index;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key range of an ordered index.
 *
 * @param from first possible key
 * @param to last possible key
 */
public record IndexRange(byte[] from, byte[] to) {

    private static final String OR = "$or";
    private static final String IN = "$in";
    private static final Set<String> ABOVE = Set.of("$gt", "$gte");
    private static final Set<String> BELOW = Set.of("$lt", "$lte");

    /**
     * The ranges that contain every document the query can match. They may contain others, which the server filters.
     * Empty if the index does not fit the query.
     *
     * @param keys fields of the index
     */
    public static Optional<List<IndexRange>> of(List<String> keys, Document query) {
        if (query.keySet().equals(Set.of(OR)) && query.get(OR) instanceof Collection<?> alternatives) {
            List<IndexRange> all = new ArrayList<>();
            for (Object alternative : alternatives) {
                Optional<List<IndexRange>> of =
                        alternative instanceof Document asked ? of(keys, asked) : Optional.empty();
                if (of.isEmpty()) {
                    return of;
                }
                all.addAll(of.get());
            }
            return Optional.of(all);
        }
        return behind(new byte[0], keys, query);
    }

    /** Whether the documents in the query's only range are ordered by this field, which must hold no arrays. */
    public static boolean ordered(List<String> keys, Document query, String field) {
        for (String key : keys) {
            if (key.equals(field)) {
                return true;
            }
            if (!query.containsKey(key) || values(query.get(key)).size() != 1) {
                return false;
            }
        }
        return false;
    }

    /** Whether the ranges of a query contain only documents that match: it asks for texts in the first fields, and nothing else. */
    static boolean isExact(List<String> keys, Document query) {
        return !query.isEmpty()
                && query.size() <= keys.size()
                && keys.subList(0, query.size()).stream()
                        .allMatch(key -> query.get(key) instanceof String && OrderedKey.ordered(query.get(key)));
    }

    private static Optional<List<IndexRange>> behind(byte[] beginning, List<String> keys, Document query) {
        Object asked = keys.isEmpty() ? null : query.get(keys.get(0));
        List<Object> values = values(asked);
        if (!values.isEmpty()) {
            List<IndexRange> all = new ArrayList<>();
            for (Object value : values) {
                behind(OrderedKey.and(beginning, value), keys.subList(1, keys.size()), query)
                        .ifPresent(all::addAll);
            }
            return Optional.of(all);
        }
        if (asked instanceof Document bounds && bounded(bounds)) {
            return Optional.of(List.of(between(beginning, bounds)));
        }
        return beginning.length == 0
                ? Optional.empty()
                : Optional.of(List.of(new IndexRange(beginning, OrderedKey.after(beginning))));
    }

    /** The values of an equality or {@code $in} condition; empty for another condition. */
    private static List<Object> values(@Nullable Object asked) {
        if (asked != null && OrderedKey.ordered(asked)) {
            return List.of(asked);
        }
        return asked instanceof Document document
                        && document.keySet().equals(Set.of(IN))
                        && document.get(IN) instanceof Collection<?> values
                        && values.stream().allMatch(OrderedKey::ordered)
                ? List.copyOf(values)
                : List.of();
    }

    private static boolean bounded(Document bounds) {
        return !bounds.isEmpty()
                && bounds.entrySet().stream()
                        .allMatch(bound -> (ABOVE.contains(bound.getKey()) || BELOW.contains(bound.getKey()))
                                && OrderedKey.bounded(bound.getValue()));
    }

    /** Uses one bound only, because different elements of an array may satisfy the two bounds. */
    private static IndexRange between(byte[] beginning, Document bounds) {
        for (String above : ABOVE) {
            if (bounds.containsKey(above)) {
                Object value = bounds.get(above);
                return new IndexRange(
                        OrderedKey.and(beginning, value), OrderedKey.after(OrderedKey.andAnyLike(beginning, value)));
            }
        }
        Object value = bounds.values().iterator().next();
        return new IndexRange(
                OrderedKey.andAnyLike(beginning, value), OrderedKey.after(OrderedKey.and(beginning, value)));
    }
}
