package nl.klimrek.reminders.timing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Somebody who can be prompted, as far as time is concerned.
 *
 * @param zone their time zone
 * @param workingDays their working days; when none are known, every day is one
 * @param absentFrom first day of a known absence; null without one
 * @param absentUntil last day of it; null while open
 */
public record Recipient(ZoneId zone, Set<DayOfWeek> workingDays, LocalDate absentFrom, LocalDate absentUntil) {

    private static final int DAYS_LOOKED_AHEAD = 400;
    private static final int DAYS_BETWEEN_LOOKS_AT_AN_OPEN_ABSENCE = 7;

    public Recipient {
        workingDays = workingDays.isEmpty() ? Set.of(DayOfWeek.values()) : Set.copyOf(workingDays);
    }

    /** The first moment from {@code earliest} on that is in the hours, on a day this person works. */
    public Instant nextMoment(Instant earliest, SendingHours hours) {
        ZonedDateTime at = earliest.atZone(zone);
        for (int day = 0; day < DAYS_LOOKED_AHEAD; day++) {
            if (!hours.onlyWorkingDays() || workingDays.contains(at.getDayOfWeek())) {
                if (hours.contains(at.toLocalTime())) {
                    return at.toInstant();
                }
                // With the offset of the moment itself: in an hour that comes twice, the earlier one may be past.
                ZonedDateTime start = at.with(hours.from());
                if (start.isAfter(at) && hours.contains(start.toLocalTime())) {
                    return start.toInstant();
                }
            }
            at = at.toLocalDate().plusDays(1).atStartOfDay(zone);
        }
        throw new IllegalStateException("no sending hour in " + DAYS_LOOKED_AHEAD + " days");
    }

    /** Whether this person is known to be absent at that moment. */
    public boolean absentAt(Instant moment) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        return absentFrom != null && !day.isBefore(absentFrom) && (absentUntil == null || !day.isAfter(absentUntil));
    }

    /** When to look again while absent: the day after the absence, or a week later while its end is not known. */
    public Instant afterAbsence(Instant now) {
        LocalDate day = absentUntil == null
                ? now.atZone(zone).toLocalDate().plusDays(DAYS_BETWEEN_LOOKS_AT_AN_OPEN_ABSENCE)
                : absentUntil.plusDays(1);
        return day.atStartOfDay(zone).toInstant();
    }

    /** The start of the sending hours, some days before a day of this person's. */
    public Instant daysBefore(LocalDate day, int days, SendingHours hours) {
        return day.minusDays(days).atTime(hours.from()).atZone(zone).toInstant();
    }

    /** The day it is for this person at that moment. */
    public LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
