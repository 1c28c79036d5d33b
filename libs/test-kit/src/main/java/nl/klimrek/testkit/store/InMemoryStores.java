package nl.klimrek.testkit.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.aggregate.RecentDocuments;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.servicekit.events.ContractCatalogue;

/** Aggregate stores in memory: they publish nothing, and note how much a caller reads at once. */
public final class InMemoryStores {
    private final AggregateOutbox outbox;
    private final List<InMemoryDocumentStore> collections = new CopyOnWriteArrayList<>();

    public InMemoryStores(Clock clock) {
        this.outbox = new AggregateOutbox(
                new ContractCatalogue(), DiscardingQueue.INSTANCE, clock, OutboxSettings.defaults("test"));
    }

    public <S> AggregateStore<S> create(AggregateType<S> type) {
        InMemoryDocumentStore documents = new InMemoryDocumentStore(type.collection());
        collections.add(documents);
        return new AggregateStore<>(type, documents, outbox, new RecentDocuments(0));
    }

    /** The most documents or ids that one call to any store returned. */
    public int largestRead() {
        return collections.stream()
                .mapToInt(InMemoryDocumentStore::largestRead)
                .max()
                .orElse(0);
    }

    /** Number of events that were stored for the relay. */
    public int events() {
        return new ArrayList<>(collections)
                .stream().mapToInt(InMemoryDocumentStore::events).sum();
    }
}
