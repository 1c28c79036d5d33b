package nl.klimrek.eventing.schema;

import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An index that a collection must have.
 *
 * @param keys fields with 1 or -1, in order
 * @param unique whether no two documents may have the same keys
 * @param onlyWith field without which a document is left out of the index, so that finished documents cost nothing; null for
 *     an index of all documents. The embedded store has no such indexes and leaves nothing out
 */
public record IndexSchema(
        Document keys, boolean unique, @Nullable String onlyWith) {

    /** An index of all documents, ascending. */
    public static IndexSchema of(String... fields) {
        Document keys = new Document();
        List.of(fields).forEach(field -> keys.append(field, 1));
        return new IndexSchema(keys, false, null);
    }

    /** The same index of those documents only that have this field. */
    public IndexSchema onlyWith(String field) {
        return new IndexSchema(keys, unique, field);
    }

    /** Name in the store: an index of some documents has another name than one of all. */
    String name() {
        StringBuilder name = new StringBuilder();
        keys.forEach((field, direction) ->
                name.append(name.isEmpty() ? "" : "_").append(field).append('_').append(direction));
        return onlyWith == null ? name.toString() : name + "_open";
    }

    /** Whether an index of the store, as {@code listIndexes} tells it, does the same. */
    boolean matches(Document stored, boolean partialSupported) {
        boolean partial = onlyWith != null && partialSupported;
        Document filter = stored.get("partialFilterExpression", Document.class);
        return sameKeys(stored)
                && unique == stored.getBoolean("unique", false)
                && (partial ? partialFilter().equals(filter) : filter == null);
    }

    boolean sameKeys(Document stored) {
        Document storedKeys = stored.get("key", new Document());
        return List.copyOf(keys.keySet()).equals(List.copyOf(storedKeys.keySet()))
                && keys.entrySet().stream()
                        .allMatch(key -> storedKeys.get(key.getKey()) instanceof Number number
                                && number.intValue() == ((Number) key.getValue()).intValue());
    }

    Document partialFilter() {
        return new Document(onlyWith, new Document("$exists", true));
    }

    @Override
    public String toString() {
        return (unique ? "unique " : "") + keys.toJson() + (onlyWith == null ? "" : " with " + onlyWith + " only");
    }
}
