package nl.klimrek.eventing.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.outbox.OutboxRef;
import nl.klimrek.eventing.outbox.OutboxStore;

/** Counts documents with waiting events that a relay took up from a sweep, its own and others': {@code klimrek.outbox.taken.up}. */
public final class MeteredOutboxStore implements OutboxStore {

    private final OutboxStore outboxes;
    private final Counter takenUp;

    public MeteredOutboxStore(OutboxStore outboxes, MeterRegistry meters) {
        this.outboxes = outboxes;
        this.takenUp = meters.counter("klimrek.outbox.taken.up");
    }

    @Override
    public Taken take(OutboxRef ref, String instance, Instant now, Instant until) {
        Taken taken = outboxes.take(ref, instance, now, until);
        if (!taken.events().isEmpty()) {
            takenUp.increment();
        }
        return taken;
    }

    @Override
    public Map<OutboxRef, Taken> takeAll(List<OutboxRef> refs, String instance, Instant now, Instant until) {
        Map<OutboxRef, Taken> taken = outboxes.takeAll(refs, instance, now, until);
        takenUp.increment(
                taken.values().stream().filter(one -> !one.events().isEmpty()).count());
        return taken;
    }

    @Override
    public void remove(Map<OutboxRef, List<String>> acknowledged) {
        outboxes.remove(acknowledged);
    }

    @Override
    public List<Waiting> waiting(Instant since, Instant before, Instant after, int limit) {
        return outboxes.waiting(since, before, after, limit);
    }
}
