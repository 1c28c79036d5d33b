package nl.klimrek.eventing.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import org.bson.Document;

/** Outboxes in simulated documents, by the same rules as the real ones. */
public final class SimulatedOutboxes implements Outboxes {

    private final BiFunction<String, String, Document> find;
    private final Setter set;
    private final Puller pull;
    private final BiFunction<Instant, Instant, List<String>> waiting;
    private final Calls calls;

    public SimulatedOutboxes(BiFunction<String, String, Document> find, Setter set, Puller pull,
            BiFunction<Instant, Instant, List<String>> waiting, Calls calls) {
        this.find = find;
        this.set = set;
        this.pull = pull;
        this.waiting = waiting;
        this.calls = calls;
    }

    @Override
    public Taken take(OutboxRef ref, String instance, Instant now, Instant until) {
        Document document = calls.call(() -> find.apply(ref.collection(), ref.id()));
        if (document == null || OutboxDocument.events(document).isEmpty()) {
            return new Taken(List.of(), false);
        }
        if (!OutboxDocument.takeable(document, instance, now, until)) {
            return new Taken(List.of(), true);
        }
        calls.call(() -> {
            set.set(ref.collection(), ref.id(), AggregateOutbox.LEASE, OutboxDocument.lease(instance, until));
            return null;
        });
        return new Taken(OutboxDocument.events(document), false);
    }

    /** Not atomic over documents: a fault in the middle leaves some done and some not. */
    @Override
    public void remove(Map<OutboxRef, List<String>> acknowledged) {
        acknowledged.forEach((ref, ids) -> calls.call(() -> {
            pull.pull(ref.collection(), ref.id(), ids);
            return null;
        }));
    }

    @Override
    public List<OutboxRef> waiting(Instant before, Instant after, int limit) {
        return calls.call(() -> waiting.apply(before, after).stream().limit(limit).map(id -> new OutboxRef("counters", id)).toList());
    }

    /** Sets one field of a document. */
    public interface Setter {
        void set(String collection, String id, String field, Object value);
    }

    /** Removes outbox entries by their ids. */
    public interface Puller {
        void pull(String collection, String id, List<String> events);
    }

    /** Where a call can fail, or others come in between. */
    public interface Calls {
        <T> T call(Supplier<T> port);
    }
}
