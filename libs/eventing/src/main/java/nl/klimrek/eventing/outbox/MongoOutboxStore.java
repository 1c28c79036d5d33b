package nl.klimrek.eventing.outbox;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Outboxes in the documents of a MongoDB database. */
public final class MongoOutboxStore implements OutboxStore {

    private static final Logger LOG = LoggerFactory.getLogger(MongoOutboxStore.class);
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

    /**
     * One read and one batch of writes per collection. A document that does not exist, that cannot be read or whose lease
     * cannot be written is left out, so that it does not hold up the others.
     */
    @Override
    public Map<OutboxRef, Claim> claimAll(List<OutboxRef> refs, String instance, Instant now, Instant until) {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        refs.forEach(ref ->
                ids.computeIfAbsent(ref.collection(), name -> new ArrayList<>()).add(ref.id()));
        Map<OutboxRef, Claim> claims = new LinkedHashMap<>();
        ids.forEach((name, of) -> {
            List<OutboxRef> leased = new ArrayList<>();
            Objects.requireNonNull(collections.get(name))
                    .find(new Document("_id", new Document("$in", of)))
                    .projection(WITHOUT_STATE)
                    .forEach(document -> {
                        OutboxRef ref = new OutboxRef(name, document.getString("_id"));
                        read(ref, document, instance, now, until).ifPresent(claim -> {
                            claims.put(ref, claim);
                            if (!claim.events().isEmpty()) {
                                leased.add(ref);
                            }
                        });
                    });
            lease(name, leased, OutboxDocument.lease(instance, until)).forEach(claims::remove);
        });
        return claims;
    }

    private static Optional<Claim> read(OutboxRef ref, Document document, String instance, Instant now, Instant until) {
        try {
            boolean ours = OutboxDocument.claimable(document, instance, now, until);
            return Optional.of(new Claim(ours ? OutboxDocument.events(document) : List.of(), !ours));
        } catch (RuntimeException unreadable) {
            LOG.error(
                    "The outbox of a document of {} cannot be read: {}",
                    ref.collection(),
                    unreadable.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Writes the leases and returns the documents for which that failed. */
    private List<OutboxRef> lease(String collection, List<OutboxRef> refs, Document lease) {
        if (refs.isEmpty()) {
            return List.of();
        }
        try {
            Objects.requireNonNull(collections.get(collection))
                    .bulkWrite(
                            refs.stream()
                                    .map(ref -> new UpdateOneModel<Document>(
                                            new Document("_id", ref.id()),
                                            new Document("$set", new Document(AggregateOutbox.LEASE, lease))))
                                    .toList(),
                            UNORDERED);
            return List.of();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null) {
                throw e;
            }
            LOG.error(
                    "{} documents of {} cannot be leased, codes {}",
                    e.getWriteErrors().size(),
                    collection,
                    e.getWriteErrors().stream()
                            .map(BulkWriteError::getCode)
                            .distinct()
                            .toList());
            return e.getWriteErrors().stream()
                    .map(error -> refs.get(error.getIndex()))
                    .toList();
        }
    }

    @Override
    public void release(List<OutboxRef> refs, String instance) {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        refs.forEach(ref ->
                ids.computeIfAbsent(ref.collection(), name -> new ArrayList<>()).add(ref.id()));
        ids.forEach((name, of) -> Objects.requireNonNull(collections.get(name))
                .updateMany(
                        new Document("_id", new Document("$in", of)).append(AggregateOutbox.LEASE + ".owner", instance),
                        new Document(
                                "$set",
                                new Document(
                                        AggregateOutbox.LEASE,
                                        OutboxDocument.lease(instance, OutboxDocument.RELEASED)))));
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
        writes.forEach(
                (name, models) -> Objects.requireNonNull(collections.get(name)).bulkWrite(models, UNORDERED));
    }

    @Override
    public List<PendingDocument> findPending(@Nullable Instant since, Instant before, Instant after, int limit) {
        List<PendingDocument> found = new ArrayList<>();
        Document older = new Document("$lt", Date.from(before));
        Document filter = since != null
                ? new Document(TIME, older.append("$gte", Date.from(since)))
                : new Document(
                        "$or",
                        List.of(
                                new Document(TIME, older),
                                new Document(TIME, new Document("$gt", Date.from(after))),
                                new Document(TIME, new Document("$gt", Date.from(Instant.EPOCH)))
                                        .append(AggregateOutbox.LEASE + ".until", Date.from(OutboxDocument.RELEASED))));
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
