package nl.klimrek.journal.store.entry;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;

/** Inserts documents that other instances may have inserted already. Repeating an insert changes nothing. */
final class RepeatableInsert {

    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

    private final MongoCollection<Document> collection;
    private final String field;

    /** @param field the field by which a stored document is recognised as the same */
    private RepeatableInsert(MongoCollection<Document> collection, String field) {
        this.collection = collection;
        this.field = field;
    }

    /** Inserts entries. */
    static RepeatableInsert ofEntries(MongoDatabase database) {
        return new RepeatableInsert(database.getCollection(EntryRepository.COLLECTION), EntryCodec.HASH);
    }

    /** Inserts the positions of events. */
    static RepeatableInsert ofEvents(MongoDatabase database) {
        return new RepeatableInsert(database.getCollection(EntryRepository.EVENTS), EntryCodec.POSITION);
    }

    /** Inserts tiles of the tree. */
    static RepeatableInsert ofTiles(MongoDatabase database) {
        return new RepeatableInsert(database.getCollection(TileRepository.COLLECTION), TileCodec.HASHES);
    }

    /**
     * Inserts the documents that are not stored yet.
     *
     * @throws ForkedChainException when a different document is stored under the id of one of these
     */
    void insert(List<Document> documents) {
        try {
            if (!documents.isEmpty()) {
                collection.insertMany(documents, UNORDERED);
            }
        } catch (MongoBulkWriteException e) {
            if (!onlyDuplicates(e)) {
                throw e;
            }
            List<Document> different = different(documents);
            if (!different.isEmpty()) {
                throw new ForkedChainException(EntryCodec.position(different.get(0)));
            }
        }
    }

    /** Whether the store refused a batch only because some documents are stored already. */
    private static boolean onlyDuplicates(MongoBulkWriteException refused) {
        return refused.getWriteConcernError() == null
                && refused.getWriteErrors().stream()
                        .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    /** The documents among these that are not stored as they are. */
    List<Document> different(List<Document> documents) {
        Map<String, Object> stored = new HashMap<>();
        List<String> ids =
                documents.stream().map(document -> document.getString("_id")).toList();
        collection
                .find(new Document("_id", new Document("$in", ids)))
                .projection(new Document(field, 1))
                .forEach(document -> stored.put(document.getString("_id"), document.get(field)));
        return documents.stream()
                .filter(document -> !Objects.equals(document.get(field), stored.get(document.getString("_id"))))
                .toList();
    }
}
