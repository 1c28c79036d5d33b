package nl.klimrek.journal.store.entry;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import org.bson.Document;

/**
 * Stores entries, each under its position, and the position of each event. An entry is inserted once and never changed.
 * Entries of the former version are read beside them until they are migrated.
 */
public final class EntryRepository {

    public static final String COLLECTION = "chain_entries";
    public static final String EVENTS = "chain_events";

    /** Some megabytes of streams and numbers. By default a first answer holds 101 documents. */
    private static final int ANSWER_SIZE = 50_000;

    private static final Document STREAM = new Document("_id", 0)
            .append(EntryCodec.SOURCE, 1)
            .append(EntryCodec.SUBJECT, 1)
            .append(EntryCodec.EPOCH, 1)
            .append(EntryCodec.SEQUENCE, 1);

    private final MongoCollection<Document> entries;
    private final MongoCollection<Document> events;
    private final RepeatableInsert insertEntries;
    private final RepeatableInsert insertEvents;
    private final FormerEntries former;
    /** Whether this instance has found entries of the former version at its start. */
    private final boolean migrating;

    public EntryRepository(MongoDatabase database) {
        entries = database.getCollection(COLLECTION);
        events = database.getCollection(EVENTS);
        insertEntries = RepeatableInsert.ofEntries(database);
        insertEvents = RepeatableInsert.ofEvents(database);
        former = new FormerEntries(database);
        migrating = !former.isEmpty();
    }

    /** Whether entries of the former version were found at the start. */
    public boolean isMigrating() {
        return migrating;
    }

    /** The names among these of events that are in the journal. */
    public Set<String> findExisting(Collection<String> names) {
        Set<String> found = migrating ? former.findExisting(names) : new HashSet<>();
        events.find(in("_id", names))
                .projection(new Document("_id", 1))
                .forEach(document -> found.add(document.getString("_id")));
        return found;
    }

    /** The documents at these positions; a position without an entry is absent. */
    public Map<Long, Document> findAt(Organisation organisation, LongStream positions) {
        Map<Long, Document> found = new HashMap<>();
        findNamed(places(organisation, positions))
                .forEach(document -> found.put(
                        Long.parseLong(Key.parse(document.getString("_id")).id()), document));
        return found;
    }

    /** The documents of these names, see {@link DocumentNames#place}; a name without an entry is absent. */
    public Collection<Document> findNamed(Collection<String> places) {
        Map<String, Document> found = new HashMap<>();
        if (migrating) {
            former.collection()
                    .find(in(FormerEntries.PLACE, places))
                    .forEach(document -> FormerEntries.converted(document)
                            .ifPresent(converted -> found.put(converted.getString("_id"), converted)));
        }
        entries.find(in("_id", places)).forEach(document -> found.put(document.getString("_id"), document));
        return found.values();
    }

    /** The documents of a timeline after one position and up to another, oldest first. */
    public List<Document> findOnTimeline(String timeline, long after, long last, int limit) {
        Document query = new Document(EntryCodec.ON, timeline)
                .append(EntryCodec.POSITION, new Document("$gt", after).append("$lte", last));
        return find(query, 1, limit);
    }

    /** The documents of a timeline up to a position, newest first. */
    public List<Document> findNewestOnTimeline(String timeline, long last, int limit) {
        return find(
                new Document(EntryCodec.ON, timeline).append(EntryCodec.POSITION, new Document("$lte", last)),
                -1,
                limit);
    }

    private List<Document> find(Document query, int order, int limit) {
        Comparator<Long> comparator = order > 0 ? Comparator.naturalOrder() : Comparator.reverseOrder();
        Map<Long, Document> found = new TreeMap<>(comparator);
        List<MongoCollection<Document>> collections =
                migrating ? List.of(former.collection(), entries) : List.of(entries);
        collections.forEach(collection -> collection
                .find(query)
                .sort(new Document(EntryCodec.POSITION, order))
                .limit(limit)
                .forEach(document -> found.put(EntryCodec.position(document), document)));
        return found.values().stream().limit(limit).toList();
    }

    /**
     * The highest number of each stream on these timelines of subjects. It reads the timelines by their index, because the
     * embedded store scans all entries for an aggregation.
     */
    public Map<String, Long> highest(Collection<String> subjects) {
        Document query = in(EntryCodec.ON, subjects);
        return highest(query, query);
    }

    /** The highest number of each stream at these positions. */
    public Map<String, Long> highest(Organisation organisation, LongStream positions) {
        List<String> places = places(organisation, positions);
        return highest(in(FormerEntries.PLACE, places), in("_id", places));
    }

    private Map<String, Long> highest(Document formerQuery, Document query) {
        Map<String, Long> highest = new HashMap<>();
        if (migrating) {
            addHighest(former.collection(), formerQuery, highest);
        }
        addHighest(entries, query, highest);
        return highest;
    }

    private static void addHighest(MongoCollection<Document> from, Document query, Map<String, Long> highest) {
        from.find(query).projection(STREAM).batchSize(ANSWER_SIZE).forEach(document -> {
            // A damaged entry is ignored here; verification finds it.
            if (document.get(EntryCodec.SEQUENCE) instanceof Number sequence) {
                EntryCodec.stream(document).ifPresent(stream -> highest.merge(stream, sequence.longValue(), Math::max));
            }
        });
    }

    /**
     * Inserts the documents that are not stored yet, and the positions of their events.
     *
     * @throws ForkedChainException when another entry is at the place of one of these
     */
    public void insert(Organisation organisation, List<Document> documents) {
        insertEntries.insert(documents);
        insertEvents.insert(documents.stream()
                .map(document -> eventDocument(organisation, document))
                .toList());
    }

    private static Document eventDocument(Organisation organisation, Document entry) {
        String identity = entry.getString(EntryCodec.SOURCE) + "#" + entry.getString("id");
        return new Document("_id", DocumentNames.event(organisation, identity))
                .append(EntryCodec.POSITION, EntryCodec.position(entry));
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
