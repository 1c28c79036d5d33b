package nl.klimrek.eventing.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.outbox.OutboxRef;
import nl.klimrek.eventing.outbox.OutboxStore;
import org.jspecify.annotations.Nullable;

/** Counts the documents that a relay claimed after a sweep: {@code klimrek.outbox.taken.up}. */
public final class MeteredOutboxStore implements OutboxStore {

    private final OutboxStore outboxes;
    private final Counter takenUp;

    public MeteredOutboxStore(OutboxStore outboxes, MeterRegistry meters) {
        this.outboxes = outboxes;
        this.takenUp = meters.counter("klimrek.outbox.taken.up");
    }

    @Override
    public Claim claim(OutboxRef ref, String instance, Instant now, Instant until) {
        Claim claims = outboxes.claim(ref, instance, now, until);
        if (!claims.events().isEmpty()) {
            takenUp.increment();
        }
        return claims;
    }

    @Override
    public Map<OutboxRef, Claim> claimAll(List<OutboxRef> refs, String instance, Instant now, Instant until) {
        Map<OutboxRef, Claim> claims = outboxes.claimAll(refs, instance, now, until);
        takenUp.increment((double) claims.values().stream()
                .filter(claim -> !claim.events().isEmpty())
                .count());
        return claims;
    }

    @Override
    public void release(List<OutboxRef> refs, String instance) {
        outboxes.release(refs, instance);
    }

    @Override
    public void remove(Map<OutboxRef, List<String>> acknowledged) {
        outboxes.remove(acknowledged);
    }

    @Override
    public List<PendingDocument> findPending(@Nullable Instant since, Instant before, Instant after, int limit) {
        return outboxes.findPending(since, before, after, limit);
    }
}
