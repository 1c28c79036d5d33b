package nl.klimrek.learningbudgets.policy;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.Year;
import nl.klimrek.learningbudgets.pot.Amount;

/**
 * Which share of a year's grant somebody gets: contract hours over full-time hours (never more than full time), times
 * the days from their first day up to and including 31 December over the days of that year.
 *
 * <p>Rounding: once, at the end, to a whole cent or minute, half up. Who started in an earlier year counts from 1
 * January. An end date does not lessen the grant.
 *
 * @param year the grant's calendar year
 * @param days days of that year that count
 * @param minutesPerWeek contract hours a week, in minutes, at most full time
 * @param fullTimeMinutesPerWeek what counts as full time
 */
public record GrantFraction(Year year, int days, int minutesPerWeek, int fullTimeMinutesPerWeek) {

    /** The share for who is on the roster today: of this year, or of the year of a start that is still to come. */
    public static GrantFraction of(LocalDate today, LocalDate start, int minutesPerWeek, int fullTimeMinutesPerWeek) {
        Year year = Year.of(Math.max(today.getYear(), start.getYear()));
        LocalDate first = start.getYear() == year.getValue() ? start : year.atDay(1);
        return new GrantFraction(
                year,
                year.length() - first.getDayOfYear() + 1,
                Math.min(minutesPerWeek, fullTimeMinutesPerWeek),
                fullTimeMinutesPerWeek);
    }

    Amount of(Amount whole) {
        BigInteger parts = BigInteger.valueOf(whole.smallest())
                .multiply(BigInteger.valueOf(minutesPerWeek))
                .multiply(BigInteger.valueOf(days));
        BigInteger of = BigInteger.valueOf(fullTimeMinutesPerWeek).multiply(BigInteger.valueOf(year.length()));
        BigInteger halfUp = parts.shiftLeft(1).add(of).divide(of.shiftLeft(1));
        return Amount.of(whole.unit(), halfUp.longValueExact());
    }
}
