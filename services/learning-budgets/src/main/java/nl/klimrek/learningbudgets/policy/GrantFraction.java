package nl.klimrek.learningbudgets.policy;

import java.time.LocalDate;
import java.time.Year;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.Entitlement;

/**
 * The fraction of a full grant that a person gets: contract hours over full-time hours, times remaining days over days of
 * the year. Hours above full time count as full time.
 *
 * <p>The result is rounded once, half up, to a whole cent or minute. The days run from the first working day, or from 1
 * January for a start in an earlier year, to 31 December. An end date does not reduce the grant.
 *
 * @param year the grant's calendar year
 * @param days remaining days of that year
 * @param minutesPerWeek weekly contract minutes, at most full time
 * @param fullTimeMinutesPerWeek weekly minutes of a full-time contract
 */
public record GrantFraction(Year year, int days, int minutesPerWeek, int fullTimeMinutesPerWeek) {

    /** The fraction for this year, or for the year of a start that is still to come. */
    public static GrantFraction of(LocalDate today, LocalDate start, int minutesPerWeek, int fullTimeMinutesPerWeek) {
        Year year = Year.of(Math.max(today.getYear(), start.getYear()));
        LocalDate first = start.getYear() == year.getValue() ? start : year.atDay(1);
        return new GrantFraction(
                year,
                year.length() - first.getDayOfYear() + 1,
                Math.min(minutesPerWeek, fullTimeMinutesPerWeek),
                fullTimeMinutesPerWeek);
    }

    Amount of(Amount full) {
        return entitlement(full, true).total();
    }

    /** What a grant of this size, for a full year and full time, comes to. */
    Entitlement entitlement(Amount full, boolean proRata) {
        LocalDate first = year.atDay(year.length() - days + 1);
        return Entitlement.of(full, proRata, fullTimeMinutesPerWeek, first, minutesPerWeek);
    }
}
