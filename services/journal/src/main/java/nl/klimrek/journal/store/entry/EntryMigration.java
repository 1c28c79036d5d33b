package nl.klimrek.journal.store.entry;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.klimrek.eventing.schema.StoreMigration;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the entries of the former version to their present collections, page by page, while the journal runs.
 *
 * <p>An entry is written to its new place before it is deleted from its old one, so a stop, a repetition or several
 * migrations at once do no harm. Instances of the former version must have stopped. A damaged entry, or one of a chain
 * that somebody changed, is kept as it is in {@value #DAMAGED}, because it is evidence.
 */
public final class EntryMigration implements StoreMigration {

    public static final String DAMAGED = "damaged_entries";

    private static final Logger LOG = LoggerFactory.getLogger(EntryMigration.class);
    private static final int PAGE_SIZE = 500;
    /** The former version's collection of timelines; its entries name theirs themselves by now. */
    private static final String TIMELINES = "timelines";

    private final MongoDatabase database;
    private final MongoCollection<Document> former;
    private final RepeatableInsert entries;
    private final RepeatableInsert events;

    public EntryMigration(MongoDatabase database) {
        this.database = database;
        this.former = database.getCollection(FormerEntries.COLLECTION);
        this.entries = RepeatableInsert.ofEntries(database);
        this.events = RepeatableInsert.ofEvents(database);
    }

    @Override
    public String name() {
        return "entries by position";
    }

    @Override
    public long remaining() {
        long estimate = former.estimatedDocumentCount();
        return estimate > 0 ? estimate : former.find().limit(1).first() == null ? 0 : 1;
    }

    @Override
    public boolean nextPage() {
        List<Document> page = former.find().limit(PAGE_SIZE).into(new ArrayList<>());
        if (page.isEmpty()) {
            dropFormer();
            return false;
        }
        List<Document> damaged = new ArrayList<>();
        List<Document> converted = new ArrayList<>();
        for (Document entry : page) {
            FormerEntries.converted(entry)
                    .filter(readable -> EntryCodec.read(readable).isPresent())
                    .ifPresentOrElse(converted::add, () -> damaged.add(entry));
        }
        Set<Object> contradicting = insert(converted);
        page.stream()
                .filter(entry -> contradicting.contains(entry.get(FormerEntries.PLACE)))
                .forEach(damaged::add);
        keep(damaged);
        insertEvents(page);
        former.deleteMany(new Document("_id", new Document("$in", ids(page))));
        return true;
    }

    /** Inserts the entries and returns the places of those that contradict the chain. */
    private Set<Object> insert(List<Document> converted) {
        try {
            entries.insert(converted);
            return Set.of();
        } catch (ForkedChainException changed) {
            Set<Object> places = Set.copyOf(ids(entries.different(converted)));
            LOG.error("Entries {} contradict the chain; they are kept in {}", places, DAMAGED);
            return places;
        }
    }

    private void insertEvents(List<Document> page) {
        try {
            events.insert(page.stream().map(EntryMigration::event).toList());
        } catch (ForkedChainException twice) {
            LOG.error("An event has two entries in the chain; the one that was known before counts", twice);
        }
    }

    private void keep(List<Document> damaged) {
        damaged.forEach(entry -> database.getCollection(DAMAGED)
                .replaceOne(new Document("_id", entry.get("_id")), entry, new ReplaceOptions().upsert(true)));
    }

    /** The event of a former entry, which is named by it. A damaged entry is known still, so its event is not repeated. */
    private static Document event(Document entry) {
        long position = entry.get(EntryCodec.POSITION) instanceof Number number ? number.longValue() : 0;
        return new Document("_id", entry.get("_id")).append(EntryCodec.POSITION, position);
    }

    private void dropFormer() {
        HashSet<String> names = database.listCollectionNames().into(new HashSet<>());
        List.of(FormerEntries.COLLECTION, TIMELINES).stream()
                .filter(names::contains)
                .forEach(name -> database.getCollection(name).drop());
    }

    private static List<Object> ids(List<Document> documents) {
        return documents.stream().map(document -> document.get("_id")).toList();
    }
}
