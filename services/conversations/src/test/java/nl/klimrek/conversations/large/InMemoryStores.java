package nl.klimrek.conversations.large;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.aggregate.RecentDocuments;
import nl.klimrek.eventing.outbox.AggregateOutbox;
import nl.klimrek.eventing.outbox.OutboxEvent;
import nl.klimrek.eventing.outbox.OutboxQueue;
import nl.klimrek.eventing.outbox.OutboxRef;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.servicekit.events.ContractCatalogue;
import nl.klimrek.servicekit.jobs.JobRange;
import nl.klimrek.servicekit.jobs.JobRangeStore;
import org.bson.Document;

/** The stores of the service in memory. Several instances may use them at once. */
public final class InMemoryStores {

    final Map<String, InMemoryDocuments> collections = new ConcurrentHashMap<>();
    private final Map<String, JobRange> ranges = new ConcurrentHashMap<>();
    private final AggregateOutbox outbox;

    InMemoryStores(Clock clock) {
        this.outbox =
                new AggregateOutbox(new ContractCatalogue(), new NoQueue(), clock, OutboxSettings.defaults("one"));
    }

    public <S> AggregateStore<S> readDocuments(String collection, Class<S> state) {
        return store(AggregateType.readDocument(collection, state));
    }

    public <S> AggregateStore<S> store(AggregateType<S> type) {
        return store(type, id -> null);
    }

    /** A store whose documents are made when they are read for the first time. */
    <S> AggregateStore<S> store(AggregateType<S> type, Function<String, Document> generator) {
        InMemoryDocuments documents =
                collections.computeIfAbsent(type.collection(), name -> new InMemoryDocuments(name, generator));
        return new AggregateStore<>(type, documents, outbox, new RecentDocuments(0));
    }

    /** Ranges as an instance reaches them. @param beforeSave fails once the instance is killed */
    JobRangeStore ranges(Runnable beforeSave) {
        return new JobRangeStore() {
            @Override
            public JobRange find(String id) {
                return ranges.get(id);
            }

            @Override
            public boolean replace(JobRange range, long fence) {
                if (range.position() != null) {
                    beforeSave.run();
                }
                boolean[] stored = {false};
                ranges.compute(range.id(), (id, now) -> {
                    stored[0] = (now == null ? 0 : now.fence()) == fence;
                    return stored[0] ? range : now;
                });
                return stored[0];
            }
        };
    }

    private static final class NoQueue implements OutboxQueue {
        @Override
        public void submit(OutboxRef ref, List<OutboxEvent> events, int fresh, Instant until) {
            // The documents keep no events, so none waits.
        }

        @Override
        public void postpone(OutboxRef ref) {
            // No other instance relays.
        }

        @Override
        public long unsent() {
            return 0;
        }
    }
}
