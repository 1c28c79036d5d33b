package nl.klimrek.eventing.relay;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import nl.klimrek.eventing.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/** Counts the events that the relay left to a sweep. Not thread-safe; the relay guards it. */
final class Backlog {

    private boolean notEmpty;
    private long count;
    private @Nullable Instant oldest;

    /**
     * Adds events, oldest first, that stay in their document.
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

    /**
     * Subtracts events that are being sent again. Events of other instances were never counted, so the count stops
     * at zero.
     */
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

    long count() {
        return count;
    }

    Optional<Instant> oldest() {
        return Optional.ofNullable(oldest);
    }
}
