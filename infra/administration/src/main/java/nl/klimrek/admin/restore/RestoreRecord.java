package nl.klimrek.admin.restore;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import nl.klimrek.eventing.relay.RelayControl;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Progress of a restore, in the restored database. A repeated or interrupted command goes on from here; a database that is put
 * back once more has no record of it, because its backup is older.
 */
final class RestoreRecord {

    private static final String ID = "_id";
    private static final String RESTORE = "restore";
    private static final String TAKEN = "taken";
    private static final String EPOCH = "epoch";
    private static final String GROUPS = "groups";
    private static final String FINISHED = "finishedAt";

    private final MongoCollection<Document> documents;

    RestoreRecord(MongoDatabase database) {
        this.documents = database.getCollection(RelayControl.COLLECTION);
    }

    /**
     * A restore that began.
     *
     * @param epoch epoch that it gives the service
     * @param groups consumer groups that have been set back
     * @param finishedAt null while it is not finished
     */
    record Progress(
            long epoch, List<String> groups, @Nullable Instant finishedAt) {}

    /** Progress of the restore of this backup; null if it did not begin. */
    @Nullable
    Progress of(Instant taken) {
        Document found = documents
                .find(Filters.and(Filters.eq(ID, RESTORE), Filters.eq(TAKEN, Date.from(taken))))
                .first();
        if (found == null) {
            return null;
        }
        Date finished = found.getDate(FINISHED);
        return new Progress(
                found.getLong(EPOCH),
                List.copyOf(found.getList(GROUPS, String.class)),
                finished == null ? null : finished.toInstant());
    }

    void begin(Instant taken, long epoch, Instant now) {
        documents.replaceOne(
                Filters.eq(ID, RESTORE),
                new Document(ID, RESTORE)
                        .append(TAKEN, Date.from(taken))
                        .append(EPOCH, epoch)
                        .append(GROUPS, List.of())
                        .append("startedAt", Date.from(now)),
                new ReplaceOptions().upsert(true));
    }

    void groupIsSetBack(String group) {
        documents.updateOne(Filters.eq(ID, RESTORE), Updates.addToSet(GROUPS, group));
    }

    void finish(Instant now) {
        documents.updateOne(Filters.eq(ID, RESTORE), Updates.set(FINISHED, Date.from(now)));
    }
}
