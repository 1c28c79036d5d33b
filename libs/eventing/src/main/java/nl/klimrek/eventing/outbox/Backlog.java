package nl.klimrek.eventing.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** What a relay left to the sweep, since a sweep last found nothing more; guarded by its relay. */
final class Backlog {

    private boolean notEmpty;
    private long count;
    private Instant oldest;

    /**
     * Leaves these events, oldest first, in their document.
     *
     * @param fresh how many of them are not counted yet
     */
    void add(Collection<OutboxEvent> events, int fresh) {
        notEmpty = true;
        count += fresh;
        events.stream()
                .findFirst()
                .map(OutboxEvent::time)
                .filter(time -> oldest == null || time.isBefore(oldest))
                .ifPresent(time -> oldest = time);
    }

    /** So many are under way again; what another instance had left was never counted here. */
    void resumed(int events) {
        count = Math.max(0, count - events);
    }

    void clear() {
        notEmpty = false;
        count = 0;
        oldest = null;
    }

    boolean isNotEmpty() {
        return notEmpty;
    }

    /** How many. */
    long count() {
        return count;
    }

    Optional<Instant> oldest() {
        return Optional.ofNullable(oldest);
    }
}
