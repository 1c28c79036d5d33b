package nl.klimrek.planner.task;

import java.time.Instant;

/**
 * When a conversation takes place.
 *
 * @param start start
 * @param end end, after the start
 */
public record PlannedSlot(Instant start, Instant end) {

    public PlannedSlot {
        if (start == null || end == null || !start.isBefore(end)) {
            throw new IllegalArgumentException("a slot ends after it starts");
        }
    }
}
