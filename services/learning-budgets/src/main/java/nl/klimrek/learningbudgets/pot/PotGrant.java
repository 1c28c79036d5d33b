package nl.klimrek.learningbudgets.pot;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.learningbudgets.FundingSource;
import nl.klimrek.contracts.learningbudgets.GrantBasis;

/**
 * A pot to open for a person, and the amount to grant into it.
 *
 * @param pot id of the pot
 * @param entitlement what the amount follows from; zero for somebody without contract hours
 * @param terms rules of the pot
 */
public record PotGrant(
        String pot,
        FundingSource fundingSource,
        LocalDate validFrom,
        LocalDate validUntil,
        Amount autoApproveUpTo,
        Entitlement entitlement,
        PotTerms terms) {

    public Amount amount() {
        return entitlement.total();
    }

    /** Full, or pro rata by hours and start date. */
    public GrantBasis basis() {
        return amount().equals(entitlement.full()) ? GrantBasis.FULL : GrantBasis.PRO_RATA;
    }

    /** The shares to book. A grant of zero has none, because a ledger entry moves something. */
    public List<Share> shares() {
        return amount().equalsZero() ? List.of() : List.of(new Share(pot, amount()));
    }
}
