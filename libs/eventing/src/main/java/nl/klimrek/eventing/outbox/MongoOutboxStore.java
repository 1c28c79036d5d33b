package nl.klimrek.eventing.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;

/** Outboxes in the documents of a MongoDB database. */
public final class MongoOutboxStore implements OutboxStore {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final String TIME = AggregateOutbox.FIELD + ".time";
    private static final Document WITHOUT_STATE =
            new Document(AggregateOutbox.FIELD, 1).append(AggregateOutbox.LEASE, 1);

    private final Map<String, MongoCollection<Document>> collections = new ConcurrentHashMap<>();

    /** Registers a collection, so that {@link #findPending} searches it. */
    public void add(MongoCollection<Document> collection) {
        collections.put(collection.getNamespace().getCollectionName(), collection);
    }

    @Override
    public Claim claim(OutboxRef ref, String instance, Instant now, Instant until) {
        return claimAll(List.of(ref), instance, now, until).getOrDefault(ref, new Claim(List.of(), false));
    }

    /** One read and one batch of writes for all that are in one collection; a document that is not there is left out. */
    @Override
    public Map<OutboxRef, Claim> claimAll(List<OutboxRef> refs, String instance, Instant now, Instant until) {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        refs.forEach(ref ->
                ids.computeIfAbsent(ref.collection(), name -> new ArrayList<>()).add(ref.id()));
        Map<OutboxRef, Claim> claims = new LinkedHashMap<>();
        ids.forEach((name, of) -> {
            List<UpdateOneModel<Document>> leases = new ArrayList<>();
            collections
                    .get(name)
                    .find(new Document("_id", new Document("$in", of)))
                    .projection(WITHOUT_STATE)
                    .forEach(document -> {
                        boolean ours = OutboxDocument.claimable(document, instance, now, until);
                        List<OutboxEvent> events = ours ? OutboxDocument.events(document) : List.of();
                        claims.put(new OutboxRef(name, document.getString("_id")), new Claim(events, !ours));
                        if (!events.isEmpty()) {
                            leases.add(new UpdateOneModel<>(
                                    new Document("_id", document.getString("_id")),
                                    new Document(
                                            "$set",
                                            new Document(
                                                    AggregateOutbox.LEASE, OutboxDocument.lease(instance, until)))));
                        }
                    });
            if (!leases.isEmpty()) {
                collections.get(name).bulkWrite(leases, UNORDERED);
            }
        });
        return claims;
    }

    @Override
    public void remove(Map<OutboxRef, List<String>> acknowledged) {
        Map<String, List<UpdateOneModel<Document>>> writes = new HashMap<>();
        acknowledged.forEach((ref, ids) -> writes.computeIfAbsent(ref.collection(), name -> new ArrayList<>())
                .add(new UpdateOneModel<>(
                        new Document("_id", ref.id()),
                        new Document(
                                "$pull",
                                new Document(AggregateOutbox.FIELD, new Document("id", new Document("$in", ids)))))));
        writes.forEach((name, models) -> collections.get(name).bulkWrite(models, UNORDERED));
    }

    @Override
    public List<PendingDocument> findPending(Instant since, Instant before, Instant after, int limit) {
        List<PendingDocument> found = new ArrayList<>();
        Document older = new Document("$lt", Date.from(before));
        Document filter = since != null
                ? new Document(TIME, older.append("$gte", Date.from(since)))
                : new Document(
                        "$or",
                        List.of(new Document(TIME, older), new Document(TIME, new Document("$gt", Date.from(after)))));
        collections.forEach((name, collection) -> {
            if (found.size() < limit) {
                collection
                        .find(filter)
                        .projection(new Document(TIME, 1))
                        .limit(limit - found.size())
                        .forEach(document -> found.add(new PendingDocument(
                                new OutboxRef(name, document.getString("_id")),
                                OutboxDocument.oldest(document, since))));
            }
        });
        return found;
    }
}
