package nl.klimrek.journal.store;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.TimelineKey;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves entries of the previous version forward.
 *
 * <p>That version stored each timeline's positions in a separate collection, and its entries have no timeline names. This
 * migration adds the names and then drops the collection. The names follow from the entry alone, so a stop, a repetition
 * or several instances at once do no harm. Instances of the previous version must have stopped; an entry that one of them
 * writes later gets its names at the next start.
 */
final class TimelineNameMigration {

    private static final Logger LOG = LoggerFactory.getLogger(TimelineNameMigration.class);
    private static final String TIMELINES = "timelines";
    private static final int BATCH_SIZE = 500;

    private final MongoDatabase database;

    TimelineNameMigration(MongoDatabase database) {
        this.database = database;
    }

    /** Returns when every entry has its names, at once when there is nothing to migrate. */
    void run(ChainHeadRepository heads, EntryRepository entries) {
        if (database.listCollectionNames().into(new HashSet<>()).contains(TIMELINES)) {
            LOG.info("Adding timeline names to the entries of the previous version");
            heads.findAll().forEach(head -> name(head, entries));
            database.getCollection(TIMELINES).drop();
        }
    }

    private void name(ChainHead head, EntryRepository entries) {
        for (long from = 1; from <= head.position(); from += BATCH_SIZE) {
            LongStream positions = LongStream.rangeClosed(from, Math.min(head.position(), from + BATCH_SIZE - 1));
            List<UpdateOneModel<Document>> updates = entries.findAt(head.organisation(), positions).values().stream()
                    .filter(entry -> !isNamed(entry))
                    .map(entry -> update(named(head.organisation(), entry)))
                    .toList();
            if (!updates.isEmpty()) {
                database.getCollection(EntryRepository.COLLECTION)
                        .bulkWrite(updates, new BulkWriteOptions().ordered(false));
            }
        }
    }

    private static UpdateOneModel<Document> update(Document named) {
        return new UpdateOneModel<>(
                new Document("_id", named.get("_id")),
                new Document("$set", new Document(EntryCodec.ON, named.get(EntryCodec.ON)))
                        .append("$unset", new Document(TIMELINES, "")));
    }

    /** The entry with its timeline names, whichever version wrote it. */
    static Document named(Organisation organisation, Document entry) {
        if (!isNamed(entry)) {
            entry.append(EntryCodec.ON, DocumentNames.timelines(organisation, timelines(entry)))
                    .remove(TIMELINES);
        }
        return entry;
    }

    private static boolean isNamed(Document entry) {
        return entry.containsKey(EntryCodec.ON);
    }

    /** The timelines; none when the document is damaged, because that must not prevent the start. */
    private static List<TimelineKey> timelines(Document entry) {
        try {
            return entry.getList(TIMELINES, Document.class, List.of()).stream()
                    .map(key -> new TimelineKey(TimelineKey.Kind.ofStored(key.getString("kind")), key.getString("id")))
                    .toList();
        } catch (IllegalArgumentException | NullPointerException | ClassCastException noTimelines) {
            return List.of();
        }
    }
}
