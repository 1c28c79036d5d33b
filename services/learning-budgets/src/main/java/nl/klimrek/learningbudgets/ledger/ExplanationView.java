package nl.klimrek.learningbudgets.ledger;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.learningbudgets.ledger.AccountViewMapper.EntryView;
import nl.klimrek.learningbudgets.ledger.AccountViewMapper.PotView;
import org.jspecify.annotations.Nullable;

/**
 * Why a pot holds what it holds on a day, and what can be asked from it.
 *
 * @param on the day, at its end in the owner's time zone
 * @param pot the pot with its balance on that day; its holds are those of now
 * @param lines entries up to that day, newest first, at most 500
 * @param before what was available before the oldest of these lines
 * @param rules what limits a request now
 */
record ExplanationView(LocalDate on, PotView pot, List<Line> lines, long before, Rules rules) {

    /** An entry, and what was available after it. */
    record Line(EntryView entry, long available) {}

    /**
     * The rules of a pot. Amounts are in the smallest part of its unit.
     *
     * @param ownerLeft whether nothing can be asked because the owner left
     * @param fullGrant grant for a full year and full time; null for a pot of an earlier version
     * @param proRata whether the grant depends on hours and start
     * @param hours weekly minutes from which day on
     * @param approvalPeriodDays days over which automatically approved amounts add up
     * @param approvedInPeriod what was approved automatically in these days
     * @param maxPerRequest largest share of one request; null without a limit
     * @param carryOverUpTo most that goes to the next year; 0 for nothing
     */
    record Rules(
            boolean ownerLeft,
            @Nullable Long fullGrant,
            boolean proRata,
            List<Hours> hours,
            int approvalPeriodDays,
            long approvedInPeriod,
            @Nullable Long maxPerRequest,
            long carryOverUpTo) {}

    /** Weekly minutes from a day on. */
    record Hours(LocalDate from, int minutesPerWeek) {}
}
