package nl.klimrek.conversations.cycle.cadence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import nl.klimrek.contracts.conversations.CadenceRule;

/**
 * One turn of a rhythm.
 *
 * @param number counted from 0 at the policy's start
 * @param from first day
 * @param until last day
 */
public record CadencePeriod(long number, LocalDate from, LocalDate until) {

    /** The period that holds this day, or the first one when the policy starts later. */
    static CadencePeriod at(CadenceRule rule, LocalDate startsOn, LocalDate today) {
        long days = Math.max(0, ChronoUnit.DAYS.between(startsOn, today));
        long number = days / rule.everyDays();
        LocalDate from = startsOn.plusDays(number * rule.everyDays());
        return new CadencePeriod(number, from, from.plusDays(rule.everyDays() - 1L));
    }
}
