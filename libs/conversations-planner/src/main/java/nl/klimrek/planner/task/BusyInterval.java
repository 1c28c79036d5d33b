package nl.klimrek.planner.task;

import java.time.Instant;

/**
 * A time at which a person cannot talk. The purpose is not known here.
 *
 * @param from start
 * @param until end, after the start
 */
public record BusyInterval(Instant from, Instant until) {

    public BusyInterval {
        if (!possible(from, until)) {
            throw new IllegalArgumentException("a busy time ends after it starts");
        }
    }

    /** Whether these make a busy time. */
    public static boolean possible(Instant from, Instant until) {
        return from != null && until != null && from.isBefore(until);
    }
}
