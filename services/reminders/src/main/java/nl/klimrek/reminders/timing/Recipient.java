package nl.klimrek.reminders.timing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The time zone, working days and absence of a person who gets prompts.
 *
 * @param zone time zone
 * @param workingDays working days; every day when none are known
 * @param absentFrom first day of a known absence; null without one
 * @param absentUntil last day of the absence; null while its end is open
 */
public record Recipient(
        ZoneId zone,
        Set<DayOfWeek> workingDays,
        @Nullable LocalDate absentFrom,
        @Nullable LocalDate absentUntil) {

    private static final int MAX_DAYS_AHEAD = 400;
    private static final int OPEN_ABSENCE_RETRY_DAYS = 7;

    public Recipient {
        workingDays = workingDays.isEmpty() ? Set.of(DayOfWeek.values()) : Set.copyOf(workingDays);
    }

    /** The first moment from {@code earliest} on within the sending hours of a working day. */
    public Instant nextMoment(Instant earliest, SendingHours hours) {
        ZonedDateTime at = earliest.atZone(zone);
        for (int day = 0; day < MAX_DAYS_AHEAD; day++) {
            if (!hours.onlyWorkingDays() || workingDays.contains(at.getDayOfWeek())) {
                if (hours.contains(at.toLocalTime())) {
                    return at.toInstant();
                }
                // Keeps the offset of the moment: of an hour that occurs twice, the first may be past.
                ZonedDateTime start = at.with(hours.from());
                if (start.isAfter(at) && hours.contains(start.toLocalTime())) {
                    return start.toInstant();
                }
            }
            at = at.toLocalDate().plusDays(1).atStartOfDay(zone);
        }
        throw new IllegalStateException("no sending hour in " + MAX_DAYS_AHEAD + " days");
    }

    /** Whether the person is absent at that moment. */
    public boolean absentAt(Instant moment) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        return absentFrom != null && !day.isBefore(absentFrom) && (absentUntil == null || !day.isAfter(absentUntil));
    }

    /** The start of the day after the absence, or of the day a week later while its end is unknown. */
    public Instant afterAbsence(Instant now) {
        LocalDate day = absentUntil == null
                ? now.atZone(zone).toLocalDate().plusDays(OPEN_ABSENCE_RETRY_DAYS)
                : absentUntil.plusDays(1);
        return day.atStartOfDay(zone).toInstant();
    }

    /** The start of the sending hours of a day in the person's calendar. */
    public Instant startOf(LocalDate day, SendingHours hours) {
        return day.atTime(hours.from()).atZone(zone).toInstant();
    }

    /** The end of a day in the person's calendar. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The person's local date at that moment. */
    public LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
