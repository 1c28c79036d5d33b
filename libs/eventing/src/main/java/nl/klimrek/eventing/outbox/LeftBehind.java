package nl.klimrek.eventing.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** What a relay left to the sweep, since a sweep last found nothing more; guarded by its relay. */
final class LeftBehind {

    private boolean any;
    private long count;
    private Instant oldest;

    /** Leaves these events, oldest first, in their document. */
    void add(Collection<OutboxEvent> events) {
        any = true;
        count += events.size();
        events.stream().findFirst().map(OutboxEvent::time).filter(time -> oldest == null || time.isBefore(oldest))
                .ifPresent(time -> oldest = time);
    }

    void clear() {
        any = false;
        count = 0;
        oldest = null;
    }

    boolean any() {
        return any;
    }

    /** How many, at the most. */
    long count() {
        return count;
    }

    Optional<Instant> oldest() {
        return Optional.ofNullable(oldest);
    }
}
