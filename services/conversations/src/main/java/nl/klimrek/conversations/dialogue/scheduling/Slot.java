package nl.klimrek.conversations.dialogue.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.klimrek.eventing.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * When a conversation takes place, or may.
 *
 * @param start start
 * @param end end, after the start and at most {@link #MAX_DURATION} later
 */
public record Slot(Instant start, Instant end) {

    /** Longest a conversation can take. */
    public static final Duration MAX_DURATION = Duration.ofHours(8);

    public Slot {
        if (!possible(start, end)) {
            throw new IllegalArgumentException("a slot ends after it starts and lasts at most " + MAX_DURATION);
        }
    }

    /** Whether these make a slot. */
    public static boolean possible(@Nullable Instant start, @Nullable Instant end) {
        return start != null
                && end != null
                && start.isBefore(end)
                && Duration.between(start, end).compareTo(MAX_DURATION) <= 0;
    }

    /** Whether a moment belongs to both. */
    public boolean overlaps(Slot other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** Why this slot cannot be proposed at a moment: it has begun. */
    public Optional<Refusal> refusesPast(Instant now) {
        return start.isBefore(now) ? Optional.of(Refusal.of("slot-in-past")) : Optional.empty();
    }
}
