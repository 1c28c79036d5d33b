package nl.klimrek.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A request to count documents, as drivers send it: a pipeline that matches and then sums ones in a single group.
 *
 * @param collection name of the collection
 * @param filter what documents must match
 */
record IndexedCount(String collection, Document filter) {

    private static final Document SUM = new Document("_id", 1).append("n", new Document("$sum", 1));

    /** The request in a command; empty if the command is another one. */
    static Optional<IndexedCount> of(String command, Document query) {
        if (command.equals("aggregate")
                && query.get("pipeline") instanceof Collection<?> pipeline
                && pipeline.size() == 2) {
            Iterator<?> stages = pipeline.iterator();
            if (stages.next() instanceof Document match
                    && match.keySet().equals(Set.of("$match"))
                    && match.get("$match") instanceof Document filter
                    && stages.next() instanceof Document group
                    && SUM.equals(group.get("$group"))) {
                return Optional.of(new IndexedCount(String.valueOf(query.get("aggregate")), filter));
            }
        }
        return Optional.empty();
    }

    /** The answer, if an index of the collection alone tells it. */
    Optional<Document> answer(StoredCollection documents) {
        OptionalLong count = documents.countByIndex(filter);
        return count.isEmpty()
                ? Optional.empty()
                : Optional.of(new Document(
                                "cursor",
                                new Document("id", 0L)
                                        .append("ns", documents.getFullName())
                                        .append("firstBatch", groups(count.getAsLong())))
                        .append("ok", 1.0));
    }

    /** No documents give no group. */
    private static List<Document> groups(long count) {
        return count == 0 ? List.of() : List.of(new Document("_id", 1).append("n", count));
    }
}
