package nl.klimrek.portal.budgets;

import java.util.List;

/**
 * A pot of the policy, as the budgets service answers and accepts it.
 *
 * @param code            names the pot; never shown
 * @param unit            EUR or HOURS
 * @param amount          in cents or minutes, of a full year and full time
 * @param proRata         whether it is reduced for part-time work or a later start
 * @param autoApproveUpTo most that one request may take at once; 0 for never
 */
record PolicyPot(String code, String unit, long amount, String fundingSource, boolean proRata, long autoApproveUpTo) {

    /** A whole policy. */
    record Policy(List<PolicyPot> pots) {
        Policy {
            pots = pots == null ? List.of() : pots;
        }
    }
}
