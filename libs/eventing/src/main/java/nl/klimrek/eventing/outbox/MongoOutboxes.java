package nl.klimrek.eventing.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import org.bson.Document;

/** Outboxes in the documents of a MongoDB database. */
public final class MongoOutboxes implements Outboxes {

    private final Map<String, MongoCollection<Document>> collections = new ConcurrentHashMap<>();

    /** From now on this collection is swept too. */
    public void add(MongoCollection<Document> collection) {
        collection.createIndex(new Document(AggregateOutbox.FIELD + ".time", 1));
        collections.put(collection.getNamespace().getCollectionName(), collection);
    }

    @Override
    public Taken take(OutboxRef ref, String instance, Instant now, Instant until) {
        MongoCollection<Document> collection = collections.get(ref.collection());
        Document id = new Document("_id", ref.id());
        Document document = collection.find(id).first();
        if (document == null || OutboxDocument.events(document).isEmpty()) {
            return new Taken(List.of(), false);
        }
        if (!OutboxDocument.takeable(document, instance, now, until)) {
            return new Taken(List.of(), true);
        }
        collection.updateOne(id, new Document("$set", new Document(AggregateOutbox.LEASE, OutboxDocument.lease(instance, until))));
        return new Taken(OutboxDocument.events(document), false);
    }

    @Override
    public void remove(Map<OutboxRef, List<String>> acknowledged) {
        Map<String, List<UpdateOneModel<Document>>> writes = new HashMap<>();
        acknowledged.forEach((ref, ids) -> writes.computeIfAbsent(ref.collection(), name -> new ArrayList<>())
                .add(new UpdateOneModel<>(new Document("_id", ref.id()), new Document("$pull",
                        new Document(AggregateOutbox.FIELD, new Document("id", new Document("$in", ids)))))));
        writes.forEach((name, models) -> collections.get(name).bulkWrite(models, new BulkWriteOptions().ordered(false)));
    }

    @Override
    public List<OutboxRef> waiting(Instant before, Instant after, int limit) {
        List<OutboxRef> found = new ArrayList<>();
        String time = AggregateOutbox.FIELD + ".time";
        Document filter = new Document("$or", List.of(
                new Document(time, new Document("$lt", Date.from(before))), new Document(time, new Document("$gt", Date.from(after)))));
        collections.forEach((name, collection) -> {
            if (found.size() < limit) {
                collection.find(filter).projection(new Document("_id", 1)).limit(limit - found.size())
                        .forEach(document -> found.add(new OutboxRef(name, document.getString("_id"))));
            }
        });
        return found;
    }
}
