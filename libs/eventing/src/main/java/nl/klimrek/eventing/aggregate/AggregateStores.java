package nl.klimrek.eventing.aggregate;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.outbox.MongoOutboxes;
import org.bson.Document;

/** Makes the stores of one service's database, and tells the outbox which collections to sweep. */
public final class AggregateStores {

    private final MongoDatabase database;
    private final MongoOutboxes outboxes;
    private final AggregateOutbox outbox;

    public AggregateStores(MongoDatabase database, MongoOutboxes outboxes, AggregateOutbox outbox) {
        this.database = database;
        this.outboxes = outboxes;
        this.outbox = outbox;
    }

    /** The store of this kind of aggregate; its indexes are made when they are not there yet. */
    public <S> AggregateStore<S> of(AggregateType<S> type) {
        MongoCollection<Document> collection = database.getCollection(type.collection());
        collection.createIndex(new Document("_id", 1).append("version", 1), new IndexOptions().unique(true));
        if (type.due() != null) {
            collection.createIndex(new Document(AggregateStore.DUE, 1));
        }
        if (type.partition() != null) {
            outboxes.add(collection);
        }
        return new AggregateStore<>(type, new MongoDocuments(collection), outbox);
    }
}
