package nl.klimrek.eventing.aggregate;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.util.Objects;
import org.bson.Document;

/**
 * Epoch of all streams of a service, in its database. A database restored from a backup reuses sequence numbers that
 * readers have already seen, and they would drop the new events as duplicates. Raising the epoch begins new streams.
 */
public final class StreamEpoch {

    private static final String COLLECTION = "service_control";
    private static final String FIELD = "epoch";
    private static final Document ID = new Document("_id", FIELD);

    private StreamEpoch() {}

    /** The epoch of this database; 0 until it is raised. */
    public static long of(MongoDatabase database) {
        Document found = database.getCollection(COLLECTION).find(ID).first();
        return found == null
                ? 0
                : Objects.requireNonNull((Number) found.get(FIELD)).longValue();
    }

    /**
     * Raises the epoch above both the stored and the given one. Call it after a restore, while no instance runs: an
     * instance reads the epoch at start.
     *
     * @param atLeast the highest epoch on the service's topics, because the backup may be older than the last raise
     * @param reason why, for the operator who reads it later
     * @return the new epoch
     */
    public static long raise(MongoDatabase database, long atLeast, Instant now, String reason) {
        long next = Math.max(of(database), atLeast) + 1;
        Document raised = database.getCollection(COLLECTION)
                .findOneAndUpdate(
                        ID,
                        new Document("$max", new Document(FIELD, next))
                                .append("$set", new Document("raisedAt", now.toString()).append("reason", reason)),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull((Number) raised.get(FIELD)).longValue();
    }
}
