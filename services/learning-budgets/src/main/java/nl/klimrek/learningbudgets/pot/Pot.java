package nl.klimrek.learningbudgets.pot;

import java.time.LocalDate;
import nl.klimrek.contracts.learningbudgets.BudgetUnit;
import nl.klimrek.contracts.learningbudgets.FundingSource;
import org.jspecify.annotations.Nullable;

/**
 * A person's pot for one calendar year.
 *
 * @param id unique within the account: the policy's code and the year, such as {@code hours-2026}
 * @param fundingSource who pays into it
 * @param validFrom first day of use
 * @param validUntil last day of use
 * @param autoApproveUpTo largest sum that needs no person's decision, as the policy said at the grant
 * @param balance the sum of its ledger entries
 * @param entitlement what its grant follows from; null for a pot of an earlier version, whose grant stays as it is
 * @param terms its rules; null for a pot of an earlier version
 * @param closed whether its last day has passed; what is released then expires at once
 * @param expiryReported whether it was reported that its last day is near
 */
public record Pot(
        String id,
        FundingSource fundingSource,
        LocalDate validFrom,
        LocalDate validUntil,
        Amount autoApproveUpTo,
        PotBalance balance,
        @Nullable Entitlement entitlement,
        @Nullable PotTerms terms,
        boolean closed,
        boolean expiryReported) {

    /** How many days before a pot's last day it is reported that what is left of it expires. */
    public static final int EXPIRY_NOTICE_DAYS = 60;

    /** Over how many days the earlier version's pots add up. */
    public static final int DEFAULT_APPROVAL_DAYS = 365;

    /** A pot that is empty until its grant is booked. */
    public static Pot open(PotGrant grant) {
        return new Pot(
                grant.pot(),
                grant.fundingSource(),
                grant.validFrom(),
                grant.validUntil(),
                grant.autoApproveUpTo(),
                PotBalance.empty(grant.entitlement().full().unit()),
                grant.entitlement(),
                grant.terms(),
                false,
                false);
    }

    public BudgetUnit unit() {
        return balance.granted().unit();
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validUntil);
    }

    /** Whether this amount is available. */
    public boolean covers(Amount amount) {
        return !balance.available().lessThan(amount);
    }

    /** Whether a sum of this size needs no person's decision. */
    public boolean autoApproves(Amount sum) {
        return !autoApproveUpTo.lessThan(sum);
    }

    /** The days over which automatically approved amounts add up. */
    public int approvalPeriodDays() {
        return terms == null ? DEFAULT_APPROVAL_DAYS : terms.approvalPeriodDays();
    }

    /** The code that pots of other years have as well. */
    public String code() {
        int dash = id.lastIndexOf('-');
        return terms != null ? terms.code() : dash < 0 ? id : id.substring(0, dash);
    }

    /** Whether one request may take this much. */
    public boolean allowsInOneRequest(Amount amount) {
        return terms == null
                || terms.maxPerRequest() == null
                || !terms.maxPerRequest().lessThan(amount);
    }

    /** The part of what is available that goes to the pot of the next year. */
    public Amount carriedOver() {
        Amount most = terms == null || terms.carryOverUpTo() == null ? Amount.zero(unit()) : terms.carryOverUpTo();
        return balance.available().lessThan(most) ? balance.available() : most;
    }

    /** The part of what is available that nobody can use after the last day. */
    public Amount expiring() {
        return balance.available().minus(carriedOver());
    }

    /** The day on which it is reported that what is left expires. */
    public LocalDate expiryNoticeOn() {
        return validUntil.minusDays(EXPIRY_NOTICE_DAYS);
    }

    public Pot after(LedgerEntry entry) {
        return with(balance.after(entry), entitlement, closed, expiryReported);
    }

    /** The pot as it was with this balance. */
    public Pot withBalance(PotBalance earlier) {
        return with(earlier, entitlement, closed, expiryReported);
    }

    public Pot withEntitlement(Entitlement changed) {
        return with(balance, changed, closed, expiryReported);
    }

    /** The pot after its last day. */
    public Pot close() {
        return with(balance, entitlement, true, expiryReported);
    }

    /** The pot after its last day was reported to be near. */
    public Pot withExpiryReported() {
        return with(balance, entitlement, closed, true);
    }

    private Pot with(
            PotBalance newBalance, @Nullable Entitlement newEntitlement, boolean nowClosed, boolean nowReported) {
        return new Pot(
                id,
                fundingSource,
                validFrom,
                validUntil,
                autoApproveUpTo,
                newBalance,
                newEntitlement,
                terms,
                nowClosed,
                nowReported);
    }
}
