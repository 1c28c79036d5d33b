package nl.klimrek.eventing.aggregate;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Port to a collection of documents. Each operation is atomic on one document. */
public interface DocumentStore {

    /** Name of the collection. */
    String name();

    /** The document; null if it does not exist. */
    @Nullable
    Document find(String id);

    /** The documents of these ids that exist. */
    List<Document> findAll(List<String> ids);

    /** Ids of documents that are due at this time. */
    List<String> due(Instant now, int limit);

    /**
     * Ids of documents of a part that are due at this time, in ascending order.
     *
     * @param part null for documents without a part
     * @param after the id before the first one; null for the beginning
     */
    List<String> due(Instant now, @Nullable Integer part, @Nullable String after, int limit);

    /** Stores a new document; returns false if its id exists. */
    boolean insert(Document document);

    /** Stores new documents, each atomically; returns the ids that did not exist. */
    default Set<String> insertAll(List<Document> documents) {
        return documents.stream()
                .filter(this::insert)
                .map(document -> document.getString("_id"))
                .collect(Collectors.toSet());
    }

    /**
     * Sets fields, increments the version and appends outbox entries, if the stored document still has the version and
     * the {@linkplain AggregateDocument#STAMP stamp} of this one.
     *
     * @return at least the outbox of the updated document; null if either differs
     */
    @Nullable
    Document update(Document before, Document set, List<Document> entries);

    /**
     * Changes stored documents, each as {@link #update} does.
     *
     * @return at least the outbox of each document that was updated, by id. One that is missing here may still be updated, if
     *     another write followed at once
     */
    default Map<String, Document> updateAll(List<Change> changes) {
        Map<String, Document> updated = new HashMap<>();
        changes.forEach(change -> {
            Document after = update(change.before(), change.set(), change.entries());
            if (after != null) {
                updated.put(change.before().getString("_id"), after);
            }
        });
        return updated;
    }

    /** The arguments of one {@link #update}. */
    record Change(Document before, Document set, List<Document> entries) {}
}
