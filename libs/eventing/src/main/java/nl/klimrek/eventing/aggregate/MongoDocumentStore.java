package nl.klimrek.eventing.aggregate;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import org.bson.Document;

/** A MongoDB collection of documents. */
record MongoDocumentStore(MongoCollection<Document> collection) implements DocumentStore {

    private static final FindOneAndUpdateOptions AFTER = new FindOneAndUpdateOptions()
            .returnDocument(ReturnDocument.AFTER)
            .projection(new Document(AggregateOutbox.FIELD, 1));

    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

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
        return ids.isEmpty()
                ? List.of()
                : collection.find(new Document("_id", new Document("$in", ids))).into(new ArrayList<>());
    }

    @Override
    public List<String> due(Instant now, int limit) {
        return collection
                .find(new Document(AggregateStore.DUE, new Document("$lte", Date.from(now))))
                .projection(new Document("_id", 1))
                .limit(limit)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    @Override
    public List<String> due(Instant now, Integer part, String after, int limit) {
        Document query = new Document(AggregateStore.PART, part)
                .append(AggregateStore.DUE, new Document("$lte", Date.from(now)));
        if (after != null) {
            query.append("_id", new Document("$gt", after));
        }
        return collection
                .find(query)
                .projection(new Document("_id", 1))
                .sort(new Document("_id", 1))
                .limit(limit)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
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
    public Set<String> insertAll(List<Document> documents) {
        Set<String> inserted = documents.stream()
                .map(document -> document.getString("_id"))
                .collect(Collectors.toCollection(HashSet::new));
        try {
            if (!documents.isEmpty()) {
                collection.insertMany(documents, UNORDERED);
            }
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || e.getWriteErrors().stream()
                            .anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            e.getWriteErrors()
                    .forEach(error ->
                            inserted.remove(documents.get(error.getIndex()).getString("_id")));
        }
        return inserted;
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
