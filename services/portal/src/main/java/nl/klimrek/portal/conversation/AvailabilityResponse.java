package nl.klimrek.portal.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** When the two could talk, as the conversations service answers it to one of them. */
record AvailabilityResponse(
        String with, LocalDate windowFrom, LocalDate windowUntil, List<Day> days, List<Taken> taken) {
    AvailabilityResponse {
        days = days == null ? List.of() : days;
        taken = taken == null ? List.of() : taken;
    }

    /** {@code opens} and {@code closes} are absent on a day that is not a working day of both. */
    record Day(LocalDate day, String you, String other, Instant opens, Instant closes) {}

    /** A time at which the reader is not free; {@code conversation} is absent for a busy time. */
    record Taken(Instant start, Instant end, String conversation, String type, String with) {
        boolean overlaps(Instant from, Instant until) {
            return start.isBefore(until) && end.isAfter(from);
        }
    }
}
