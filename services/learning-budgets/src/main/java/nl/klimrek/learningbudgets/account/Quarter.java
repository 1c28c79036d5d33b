package nl.klimrek.learningbudgets.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;

/** Quarters of the calendar year, each named by its last day. */
final class Quarter {

    private Quarter() {}

    /** The last quarter that ended before this day. */
    static LocalDate endedBefore(LocalDate day) {
        return day.with(IsoFields.DAY_OF_QUARTER, 1).minusDays(1);
    }

    /** The last quarter that ended before this moment, in UTC. */
    static LocalDate endedBefore(Instant moment) {
        return endedBefore(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    /** The next quarter. */
    static LocalDate after(LocalDate lastDay) {
        return lastDay.plusDays(1).plusMonths(3).minusDays(1);
    }
}
