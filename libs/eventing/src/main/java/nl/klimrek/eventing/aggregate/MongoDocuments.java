package nl.klimrek.eventing.aggregate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import org.bson.Document;

/** Documents in a MongoDB collection. */
record MongoDocuments(MongoCollection<Document> collection) implements Documents {

    private static final FindOneAndUpdateOptions AFTER = new FindOneAndUpdateOptions()
            .returnDocument(ReturnDocument.AFTER)
            .projection(new Document(AggregateOutbox.FIELD, 1));

    @Override
    public String name() {
        return collection.getNamespace().getCollectionName();
    }

    @Override
    public Document find(String id) {
        return collection.find(new Document("_id", id)).first();
    }

    @Override
    public List<Document> findAll(List<String> ids) {
        return ids.isEmpty() ? List.of()
                : collection.find(new Document("_id", new Document("$in", ids))).into(new ArrayList<>());
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return collection.find(new Document(AggregateStore.DUE, new Document("$lte", Date.from(now))))
                .projection(new Document("_id", 1)).limit(limit).map(document -> document.getString("_id")).into(new ArrayList<>());
    }

    @Override
    public boolean insert(Document document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Document update(String id, long version, Document set, List<Document> entries) {
        Document change = new Document("$set", set).append("$inc", new Document("version", 1L));
        if (!entries.isEmpty()) {
            change.append("$push", new Document(AggregateOutbox.FIELD, new Document("$each", entries)));
        }
        return collection.findOneAndUpdate(new Document("_id", id).append("version", version), change, AFTER);
    }
}
