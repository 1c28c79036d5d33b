package nl.klimrek.learningbudgets.pot;

import org.jspecify.annotations.Nullable;

/**
 * The rules of a pot as the policy stated them at the grant. A later policy does not change them.
 *
 * @param code names the pot in the policy; pots of other years have the same
 * @param approvalPeriodDays days over which automatically approved amounts add up to the threshold; 0 for each request alone
 * @param maxPerRequest largest share of one request; null without a limit
 * @param carryOverUpTo most that goes to the next year's pot; null for nothing
 */
public record PotTerms(
        String code,
        int approvalPeriodDays,
        @Nullable Amount maxPerRequest,
        @Nullable Amount carryOverUpTo) {}
