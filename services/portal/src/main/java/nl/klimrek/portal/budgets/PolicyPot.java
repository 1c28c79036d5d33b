package nl.klimrek.portal.budgets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pot of the policy, as the budgets service answers and accepts it.
 *
 * @param code            names the pot; never shown
 * @param unit            EUR or HOURS
 * @param amount          in cents or minutes, of a full year and full time
 * @param proRata         whether it is reduced for part-time work or a later start
 * @param autoApproveUpTo most that is approved at once within the approval period; 0 for never
 * @param approvalPeriodDays days over which that adds up; null for a year
 * @param maxPerRequest   most that one request may take; null without a limit
 * @param validYears      calendar years in which a year's amount can be used; null for one
 * @param carryOverUpTo   most that goes to the next year; null for nothing
 */
record PolicyPot(
        String code,
        String unit,
        long amount,
        String fundingSource,
        boolean proRata,
        long autoApproveUpTo,
        @Nullable Integer approvalPeriodDays,
        @Nullable Long maxPerRequest,
        @Nullable Integer validYears,
        @Nullable Long carryOverUpTo) {

    /** A whole policy. */
    record Policy(List<PolicyPot> pots) {
        Policy {
            pots = pots == null ? List.of() : pots;
        }
    }
}
