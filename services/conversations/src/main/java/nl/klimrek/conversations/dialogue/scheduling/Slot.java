package nl.klimrek.conversations.dialogue.scheduling;

import java.time.Duration;
import java.time.Instant;

/**
 * A moment to talk.
 *
 * @param start start
 * @param end end, after the start and at most {@link #LONGEST} later
 */
public record Slot(Instant start, Instant end) {

    public static final Duration LONGEST = Duration.ofHours(8);

    public Slot {
        if (!possible(start, end)) {
            throw new IllegalArgumentException("a slot ends after it starts and lasts at most " + LONGEST);
        }
    }

    /** Whether these make a slot. */
    public static boolean possible(Instant start, Instant end) {
        return start != null
                && end != null
                && start.isBefore(end)
                && Duration.between(start, end).compareTo(LONGEST) <= 0;
    }
}
