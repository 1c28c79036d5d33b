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
 * What the version before wrote: entries that list their timelines by kind and id and have no names to be found by, and
 * the positions of each timeline in a collection of their own. The entries are given their names, and only when all have
 * them that collection goes. DocumentNames follow from their entry alone, so it does no harm to stop in the middle, to begin
 * again, or that several instances do it at once. Instances of the version before must have stopped: what one of them
 * still writes is given its names at the next start.
 */
final class TimelineNameMigration {

    private static final Logger LOG = LoggerFactory.getLogger(TimelineNameMigration.class);
    private static final String TIMELINES = "timelines";
    private static final int AT_ONCE = 500;

    private final MongoDatabase database;

    TimelineNameMigration(MongoDatabase database) {
        this.database = database;
    }

    /** Returns when every entry has its names; at once where there is nothing of the version before. */
    void replace(ChainHeadRepository heads, EntryRepository entries) {
        if (database.listCollectionNames().into(new HashSet<>()).contains(TIMELINES)) {
            LOG.info("Entries of the version before are given the names of their timelines");
            heads.all().forEach(head -> name(head, entries));
            database.getCollection(TIMELINES).drop();
        }
    }

    private void name(ChainHead head, EntryRepository entries) {
        for (long from = 1; from <= head.position(); from += AT_ONCE) {
            LongStream positions = LongStream.rangeClosed(from, Math.min(head.position(), from + AT_ONCE - 1));
            List<UpdateOneModel<Document>> updates = entries.at(head.organisation(), positions).values().stream()
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

    /** An entry that may be of the version before, with its names. */
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

    /** None where somebody changed a document until they can not be read: it must not keep the journal from starting. */
    private static List<TimelineKey> timelines(Document entry) {
        try {
            return entry.getList(TIMELINES, Document.class, List.of()).stream()
                    .map(key -> new TimelineKey(TimelineKey.Kind.valueOf(key.getString("kind")), key.getString("id")))
                    .toList();
        } catch (IllegalArgumentException | NullPointerException | ClassCastException noTimelines) {
            return List.of();
        }
    }
}
