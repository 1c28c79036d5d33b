package nl.klimrek.eventing.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** What a relay left to the sweep, since a sweep last found nothing more; guarded by its relay. */
final class Backlog {

    private boolean any;
    private long count;
    private Instant oldest;

    /**
     * Leaves these events, oldest first, in their document.
     *
     * @param fresh how many of them are not counted yet
     */
    void add(Collection<OutboxEvent> events, int fresh) {
        any = true;
        count += fresh;
        events.stream()
                .findFirst()
                .map(OutboxEvent::time)
                .filter(time -> oldest == null || time.isBefore(oldest))
                .ifPresent(time -> oldest = time);
    }

    /** So many are under way again; what another instance had left was never counted here. */
    void takenUp(int events) {
        count = Math.max(0, count - events);
    }

    void clear() {
        any = false;
        count = 0;
        oldest = null;
    }

    boolean any() {
        return any;
    }

    /** How many. */
    long count() {
        return count;
    }

    Optional<Instant> oldest() {
        return Optional.ofNullable(oldest);
    }
}
