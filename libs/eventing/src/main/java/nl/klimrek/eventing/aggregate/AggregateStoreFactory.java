package nl.klimrek.eventing.aggregate;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import nl.klimrek.eventing.marker.LateEventObserver;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.outbox.MongoOutboxStore;
import org.bson.Document;

/** Creates the aggregate stores of one service's database and registers their outboxes for the sweep. */
public final class AggregateStoreFactory {

    private final MongoDatabase database;
    private final MongoOutboxStore outboxes;
    private final AggregateOutbox outbox;
    private final RecentDocuments recent;
    private final LateEventObserver lateEvents;

    /**
     * @param recent cache shared by all kinds of aggregates
     * @param lateEvents is told of events that later ones overtook
     */
    public AggregateStoreFactory(
            MongoDatabase database,
            MongoOutboxStore outboxes,
            AggregateOutbox outbox,
            RecentDocuments recent,
            LateEventObserver lateEvents) {
        this.database = database;
        this.outboxes = outboxes;
        this.outbox = outbox;
        this.recent = recent;
        this.lateEvents = lateEvents;
    }

    /** Creates the store of this kind, and its indexes if they do not exist. */
    public <S> AggregateStore<S> create(AggregateType<S> type) {
        MongoCollection<Document> collection = database.getCollection(type.collection());
        if (type.due() != null) {
            collection.createIndex(new Document(AggregateStore.DUE, 1));
            collection.createIndex(new Document(AggregateStore.PART, 1).append(AggregateStore.DUE, 1));
        }
        if (type.partition() != null) {
            outboxes.add(collection);
        }
        return new AggregateStore<>(type, new MongoDocumentStore(collection), outbox, recent, lateEvents);
    }
}
