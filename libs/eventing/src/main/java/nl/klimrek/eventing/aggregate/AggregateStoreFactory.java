package nl.klimrek.eventing.aggregate;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.eventing.marker.LateEventObserver;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.outbox.MongoOutboxStore;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.eventing.schema.CollectionSchema;
import nl.klimrek.eventing.schema.IndexSchema;
import nl.klimrek.eventing.schema.StoreSchema;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Creates the aggregate stores of one service's database and registers their outboxes for the sweep. */
public final class AggregateStoreFactory {

    private final MongoDatabase database;
    private final MongoOutboxStore outboxes;
    private final AggregateOutbox outbox;
    private final RecentDocuments recent;
    private final LateEventObserver lateEvents;
    private final @Nullable StoreSchema schema;

    /** Stores of a service that declares no schema: their indexes are created with them. */
    public AggregateStoreFactory(
            MongoDatabase database,
            MongoOutboxStore outboxes,
            AggregateOutbox outbox,
            RecentDocuments recent,
            LateEventObserver lateEvents) {
        this(database, outboxes, outbox, recent, lateEvents, null);
    }

    /**
     * @param recent cache shared by all kinds of aggregates
     * @param lateEvents is told of events that later ones overtook
     * @param schema declaration of the database, which creates the indexes; null for none
     */
    public AggregateStoreFactory(
            MongoDatabase database,
            MongoOutboxStore outboxes,
            AggregateOutbox outbox,
            RecentDocuments recent,
            LateEventObserver lateEvents,
            @Nullable StoreSchema schema) {
        this.database = database;
        this.outboxes = outboxes;
        this.outbox = outbox;
        this.recent = recent;
        this.lateEvents = lateEvents;
        this.schema = schema;
    }

    /** A store of read documents outside a running service, for example in a migration. */
    public static <S> AggregateStore<S> readDocuments(MongoDatabase database, AggregateType<S> type) {
        if (type.partition() != null) {
            throw new IllegalArgumentException(type.collection() + " publishes events, which needs a relay");
        }
        // Nothing is published, so no time is read.
        Clock stopped = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        @SuppressWarnings("NullAway") // A read document has no events to publish.
        AggregateOutbox withoutRelay =
                new AggregateOutbox(null, null, stopped, OutboxSettings.defaults("read-documents"));
        return new AggregateStore<>(
                type,
                new MongoDocumentStore(database.getCollection(type.collection())),
                withoutRelay,
                new RecentDocuments(0));
    }

    /**
     * Creates the store of this kind.
     *
     * @throws IllegalStateException if the service's schema does not declare the indexes that the kind needs
     */
    public <S> AggregateStore<S> create(AggregateType<S> type) {
        MongoCollection<Document> collection = database.getCollection(type.collection());
        requireIndexes(type);
        if (type.partition() != null) {
            outboxes.add(collection);
        }
        return new AggregateStore<>(type, new MongoDocumentStore(collection), outbox, recent, lateEvents);
    }

    private void requireIndexes(AggregateType<?> type) {
        List<IndexSchema> needed = new ArrayList<>();
        if (type.partition() != null) {
            needed.add(CollectionSchema.OUTBOX);
        }
        if (type.due() != null) {
            needed.addAll(CollectionSchema.DUE);
        }
        requireIndexes(type.collection(), needed);
    }

    /**
     * Requires indexes of a collection that is no aggregate's.
     *
     * @throws IllegalStateException if the service's schema does not declare them
     */
    public void requireIndexes(String collection, List<IndexSchema> needed) {
        if (schema == null) {
            needed.forEach(index -> database.getCollection(collection).createIndex(index.keys()));
            return;
        }
        List<IndexSchema> declared =
                schema.collection(collection).map(CollectionSchema::indexes).orElse(List.of());
        if (!declared.containsAll(needed)) {
            throw new IllegalStateException(
                    schema.getClass().getSimpleName() + " must declare " + collection + " with " + needed);
        }
    }
}
