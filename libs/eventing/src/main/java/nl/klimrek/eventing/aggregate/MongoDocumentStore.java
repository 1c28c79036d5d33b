package nl.klimrek.eventing.aggregate;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A MongoDB collection of documents. */
record MongoDocumentStore(MongoCollection<Document> collection) implements DocumentStore {

    private static final FindOneAndUpdateOptions AFTER = new FindOneAndUpdateOptions()
            .returnDocument(ReturnDocument.AFTER)
            .projection(new Document(AggregateOutbox.FIELD, 1));

    /** A document without a due time has no field for it, so that the index of due documents leaves it out. */
    private static final List<String> OPTIONAL = List.of(AggregateDocument.DUE, AggregateDocument.PART);

    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

    @Override
    public String name() {
        return collection.getNamespace().getCollectionName();
    }

    @Override
    public @Nullable Document find(String id) {
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
                .find(new Document(AggregateDocument.DUE, new Document("$lte", Date.from(now))))
                .projection(new Document("_id", 1))
                .limit(limit)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    @Override
    public List<String> due(Instant now, @Nullable Integer part, @Nullable String after, int limit) {
        Document query = new Document(AggregateDocument.PART, part)
                .append(AggregateDocument.DUE, new Document("$lte", Date.from(now)));
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
            collection.insertOne(withoutNulls(document));
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
                collection.insertMany(
                        documents.stream().map(MongoDocumentStore::withoutNulls).toList(), UNORDERED);
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
    public @Nullable Document update(Document before, Document set, List<Document> entries) {
        return collection.findOneAndUpdate(unchanged(before), change(set, entries), AFTER);
    }

    /** The stamps tell which documents were updated, where some were not. */
    @Override
    public Map<String, Document> updateAll(List<Change> changes) {
        if (changes.size() == 1) {
            return DocumentStore.super.updateAll(changes);
        }
        int matched = collection
                .bulkWrite(
                        changes.stream()
                                .map(each -> new UpdateOneModel<Document>(
                                        unchanged(each.before()), change(each.set(), each.entries())))
                                .toList(),
                        new BulkWriteOptions().ordered(false))
                .getMatchedCount();
        boolean withEvents = changes.stream().anyMatch(each -> !each.entries().isEmpty());
        return matched == changes.size() && !withEvents ? outboxesBefore(changes) : outboxesAfter(changes);
    }

    private static Map<String, Document> outboxesBefore(List<Change> changes) {
        return changes.stream().collect(Collectors.toMap(each -> each.before().getString("_id"), Change::before));
    }

    private Map<String, Document> outboxesAfter(List<Change> changes) {
        Map<String, Object> stamps = changes.stream()
                .collect(Collectors.toMap(
                        each -> each.before().getString("_id"),
                        each -> each.set().get(AggregateDocument.STAMP)));
        Map<String, Document> updated = new HashMap<>();
        collection
                .find(new Document("_id", new Document("$in", List.copyOf(stamps.keySet()))))
                .projection(new Document(AggregateOutbox.FIELD, 1).append(AggregateDocument.STAMP, 1))
                .forEach(document -> {
                    if (Objects.equals(document.get(AggregateDocument.STAMP), stamps.get(document.getString("_id")))) {
                        updated.put(document.getString("_id"), document);
                    }
                });
        return updated;
    }

    private static Document unchanged(Document before) {
        return new Document("_id", before.get("_id"))
                .append("version", before.get("version"))
                .append(AggregateDocument.STAMP, before.get(AggregateDocument.STAMP));
    }

    private static Document change(Document set, List<Document> entries) {
        Document change = new Document("$set", withoutNulls(set)).append("$inc", new Document("version", 1L));
        Document unset = new Document();
        OPTIONAL.stream()
                .filter(field -> set.containsKey(field) && set.get(field) == null)
                .forEach(field -> unset.append(field, ""));
        if (!unset.isEmpty()) {
            change.append("$unset", unset);
        }
        if (!entries.isEmpty()) {
            change.append("$push", new Document(AggregateOutbox.FIELD, new Document("$each", entries)));
        }
        return change;
    }

    private static Document withoutNulls(Document document) {
        Document stored = new Document(document);
        OPTIONAL.stream().filter(field -> stored.get(field) == null).forEach(stored::remove);
        return stored;
    }
}
