package nl.klimrek.learningbudgets.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;

/** Quarters of the calendar year, by their last day. */
final class Quarter {

    private Quarter() {}

    /** The last one that is over on this day. */
    static LocalDate endedBefore(LocalDate day) {
        return day.with(IsoFields.DAY_OF_QUARTER, 1).minusDays(1);
    }

    /** The last one that is over at this moment, everywhere. */
    static LocalDate endedBefore(Instant moment) {
        return endedBefore(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    /** The one after. */
    static LocalDate after(LocalDate last) {
        return last.plusDays(1).plusMonths(3).minusDays(1);
    }
}
