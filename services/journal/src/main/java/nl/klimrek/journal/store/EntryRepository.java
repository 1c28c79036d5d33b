package nl.klimrek.journal.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.RecordedEvent;
import org.bson.Document;

/** Stores entries, each at its own place. An entry is inserted once and never changed. */
final class EntryRepository {

    static final String COLLECTION = "entries";

    /** Some megabytes of streams and numbers. By default a first answer holds 101 documents. */
    private static final int ANSWER_SIZE = 50_000;

    private static final Document STREAM = new Document("_id", 0)
            .append(EntryCodec.SOURCE, 1)
            .append(EntryCodec.SUBJECT, 1)
            .append(EntryCodec.SEQUENCE, 1);

    private final MongoCollection<Document> entries;

    EntryRepository(MongoDatabase database) {
        entries = database.getCollection(COLLECTION);
        entries.createIndex(new Document(EntryCodec.PLACE, 1), new IndexOptions().unique(true));
        entries.createIndex(new Document(EntryCodec.ON, 1).append(EntryCodec.POSITION, 1));
    }

    /** The ids among these that are in the journal. */
    Set<String> findExisting(Collection<String> ids) {
        return entries.find(in("_id", ids))
                .projection(new Document("_id", 1))
                .map(document -> document.getString("_id"))
                .into(new HashSet<>());
    }

    /** The documents at these positions; a position without an entry is absent. */
    Map<Long, Document> findAt(Organisation organisation, LongStream positions) {
        Map<Long, Document> found = new HashMap<>();
        entries.find(in(EntryCodec.PLACE, places(organisation, positions)))
                .forEach(document -> found.put(
                        Long.parseLong(
                                Key.parse(document.getString(EntryCodec.PLACE)).id()),
                        document));
        return found;
    }

    /** The documents of a timeline after one position and up to another, oldest first. */
    List<Document> findOnTimeline(String timeline, long after, long last, int limit) {
        return entries.find(new Document(EntryCodec.ON, timeline)
                        .append(EntryCodec.POSITION, new Document("$gt", after).append("$lte", last)))
                .sort(new Document(EntryCodec.POSITION, 1))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** The documents of a timeline up to a position, newest first. */
    List<Document> findNewestOnTimeline(String timeline, long last, int limit) {
        return entries.find(
                        new Document(EntryCodec.ON, timeline).append(EntryCodec.POSITION, new Document("$lte", last)))
                .sort(new Document(EntryCodec.POSITION, -1))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /**
     * The highest number of each stream on these timelines of subjects. It reads the timelines by their index, because the
     * embedded store scans all entries for an aggregation.
     */
    Map<String, Long> highest(Collection<String> subjects) {
        return highest(in(EntryCodec.ON, subjects));
    }

    /** The highest number of each stream at these positions. */
    Map<String, Long> highest(Organisation organisation, LongStream positions) {
        return highest(in(EntryCodec.PLACE, places(organisation, positions)));
    }

    private Map<String, Long> highest(Document query) {
        Map<String, Long> highest = new HashMap<>();
        entries.find(query).projection(STREAM).batchSize(ANSWER_SIZE).forEach(document -> {
            // A damaged entry is ignored here; verification finds it.
            if (document.get(EntryCodec.SEQUENCE) instanceof Number sequence
                    && document.get(EntryCodec.SOURCE) instanceof String source
                    && document.get(EntryCodec.SUBJECT) instanceof String subject) {
                highest.merge(RecordedEvent.stream(source, subject), sequence.longValue(), Math::max);
            }
        });
        return highest;
    }

    /**
     * Inserts the documents that are not stored yet.
     *
     * @throws ForkedChainException when another entry is at the place of one of these
     */
    void insert(List<Document> documents) {
        try {
            entries.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (!onlyDuplicates(e)) {
                throw e;
            }
            requireSame(documents);
        }
    }

    /** Whether the store refused a batch only because some documents are stored already. */
    private static boolean onlyDuplicates(MongoBulkWriteException refused) {
        return refused.getWriteConcernError() == null
                && refused.getWriteErrors().stream()
                        .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    /** Requires that the stored documents are these documents. */
    private void requireSame(List<Document> documents) {
        Map<String, String> stored = new HashMap<>();
        List<String> ids = new ArrayList<>();
        documents.forEach(document -> ids.add(document.getString("_id")));
        entries.find(in("_id", ids))
                .projection(new Document(EntryCodec.HASH, 1))
                .forEach(document -> stored.put(document.getString("_id"), document.getString(EntryCodec.HASH)));
        for (Document document : documents) {
            if (!document.getString(EntryCodec.HASH).equals(stored.get(document.getString("_id")))) {
                throw new ForkedChainException(EntryCodec.position(document));
            }
        }
    }

    private static List<String> places(Organisation organisation, LongStream positions) {
        return positions
                .mapToObj(position -> DocumentNames.place(organisation, position))
                .toList();
    }

    private static Document in(String field, Collection<String> values) {
        return new Document(field, new Document("$in", values));
    }
}
