package nl.klimrek.eventing.aggregate;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/** What an aggregate store needs of a store of documents: every operation is on one document, and atomic. */
public interface DocumentStore {

    /** Name of the collection. */
    String name();

    /** The document; null when there is none. */
    Document find(String id);

    /** Those of these documents that exist. */
    List<Document> findAll(List<String> ids);

    /** Ids of documents whose {@code due} is not after this moment. */
    List<String> due(Instant now, int limit);

    /** Stores a new document; false when there is one with its id. */
    boolean insert(Document document);

    /** Stores new documents, each on its own; gives the ids of those that were not there before. */
    default Set<String> insertAll(List<Document> documents) {
        return documents.stream()
                .filter(this::insert)
                .map(document -> document.getString("_id"))
                .collect(Collectors.toSet());
    }

    /**
     * Sets fields, raises the version by one and appends outbox entries, when the version still is the given one.
     *
     * @return the document afterwards, at least its outbox; null when the version was another
     */
    Document update(String id, long version, Document set, List<Document> entries);
}
