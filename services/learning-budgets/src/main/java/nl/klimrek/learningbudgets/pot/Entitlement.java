package nl.klimrek.learningbudgets.pot;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a person is granted for one calendar year, by the contract hours of each day of it.
 *
 * <p>The sum over the days is rounded once, half up, to a whole cent or minute. It depends only on the hours that hold from
 * each day, so changes that come late, twice or in another order give the same grant. Hours above full time count as full time.
 *
 * @param full grant for a full year and full time
 * @param proRata whether it depends on hours and first day
 * @param fullTimeMinutesPerWeek weekly minutes of a full-time contract
 * @param from first day that counts
 * @param hours weekly minutes and the day from which they hold, by day; the first holds from {@code from}
 */
public record Entitlement(
        Amount full, boolean proRata, int fullTimeMinutesPerWeek, LocalDate from, List<HoursFrom> hours) {

    /** Weekly contract minutes from a day on. */
    public record HoursFrom(LocalDate day, int minutesPerWeek) {}

    public Entitlement {
        hours = List.copyOf(hours);
    }

    /** The entitlement of somebody with these hours from the first day on. */
    public static Entitlement of(Amount full, boolean proRata, int fullTimeMinutes, LocalDate from, int minutes) {
        return new Entitlement(full, proRata, fullTimeMinutes, from, List.of(new HoursFrom(from, minutes)));
    }

    /** The entitlement when these hours hold from that day on. A day of another year changes nothing. */
    public Entitlement withHours(LocalDate day, int minutesPerWeek) {
        if (!proRata || day.getYear() > from.getYear()) {
            return this;
        }
        LocalDate first = day.isBefore(from) ? from : day;
        List<HoursFrom> next = new ArrayList<>(
                hours.stream().filter(some -> !some.day().equals(first)).toList());
        next.add(new HoursFrom(first, minutesPerWeek));
        next.sort(Comparator.comparing(HoursFrom::day));
        return new Entitlement(full, true, fullTimeMinutesPerWeek, from, next);
    }

    /** The grant for the year. */
    public Amount total() {
        if (!proRata) {
            return full;
        }
        BigInteger minuteDays = BigInteger.ZERO;
        for (int i = 0; i < hours.size(); i++) {
            LocalDate next = i + 1 < hours.size() ? hours.get(i + 1).day() : firstDayAfter();
            long days = ChronoUnit.DAYS.between(hours.get(i).day(), next);
            int minutes = Math.min(hours.get(i).minutesPerWeek(), fullTimeMinutesPerWeek);
            minuteDays = minuteDays.add(BigInteger.valueOf(minutes).multiply(BigInteger.valueOf(days)));
        }
        BigInteger numerator = BigInteger.valueOf(full.minorUnits()).multiply(minuteDays);
        BigInteger denominator = BigInteger.valueOf(fullTimeMinutesPerWeek)
                .multiply(BigInteger.valueOf(Year.of(from.getYear()).length()));
        BigInteger halfUp = numerator.shiftLeft(1).add(denominator).divide(denominator.shiftLeft(1));
        return Amount.of(full.unit(), halfUp.longValueExact());
    }

    private LocalDate firstDayAfter() {
        return LocalDate.of(from.getYear() + 1, 1, 1);
    }
}
