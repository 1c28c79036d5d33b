package nl.klimrek.planner.task;

import java.time.LocalTime;

/**
 * Between which local times people talk. What they are in instants is computed per day and zone, so that a night in which
 * the clock changes makes the day longer or shorter and moves nothing else.
 *
 * @param from start of the day
 * @param until end of the day, after its start
 * @param lunchFrom start of what stays free at noon
 * @param lunchUntil its end; the same as its start for no lunch
 */
public record WorkingHours(LocalTime from, LocalTime until, LocalTime lunchFrom, LocalTime lunchUntil) {

    /** What most offices keep. */
    public static final WorkingHours USUAL =
            new WorkingHours(LocalTime.of(9, 0), LocalTime.of(17, 0), LocalTime.of(12, 0), LocalTime.of(13, 0));

    public WorkingHours {
        if (!from.isBefore(until)
                || lunchFrom.isBefore(from)
                || lunchUntil.isBefore(lunchFrom)
                || until.isBefore(lunchUntil)) {
            throw new IllegalArgumentException(
                    "working hours begin, leave lunch free and end, in that order, on one day");
        }
    }
}
