package nl.klimrek.conversations.cycle.cadence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.CadenceRule;

/**
 * One turn of a rhythm.
 *
 * @param number counted from 0 at the policy's start
 * @param from first day
 * @param until last day
 */
public record CadencePeriod(long number, LocalDate from, LocalDate until) {

    /** The periods that begin after a day and until another one. */
    static Stream<CadencePeriod> beginning(CadenceRule rule, LocalDate startsOn, LocalDate after, LocalDate until) {
        CadencePeriod first = at(rule, startsOn, after);
        return Stream.iterate(first, period -> period.next(rule))
                .dropWhile(period -> !period.from().isAfter(after))
                .takeWhile(period -> !period.from().isAfter(until));
    }

    /** First day of the first period that begins after a day. */
    static LocalDate beginningAfter(CadenceRule rule, LocalDate startsOn, LocalDate day) {
        CadencePeriod period = at(rule, startsOn, day);
        return period.from().isAfter(day) ? period.from() : period.next(rule).from();
    }

    private CadencePeriod next(CadenceRule rule) {
        return new CadencePeriod(number + 1, until.plusDays(1), until.plusDays(rule.everyDays()));
    }

    /** The period that holds this day, or the first one when the policy starts later. */
    static CadencePeriod at(CadenceRule rule, LocalDate startsOn, LocalDate today) {
        long days = Math.max(0, ChronoUnit.DAYS.between(startsOn, today));
        long number = days / rule.everyDays();
        LocalDate from = startsOn.plusDays(number * rule.everyDays());
        return new CadencePeriod(number, from, from.plusDays(rule.everyDays() - 1L));
    }
}
