package nl.klimrek.learningbudgets.pot;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.learningbudgets.FundingSource;
import nl.klimrek.contracts.learningbudgets.GrantBasis;

/**
 * A pot to open for a person, and the amount to grant into it.
 *
 * @param pot id of the pot
 * @param amount zero for somebody without contract hours
 * @param basis full, or pro rata by hours and start date
 */
public record PotGrant(
        String pot,
        FundingSource fundingSource,
        LocalDate validFrom,
        LocalDate validUntil,
        Amount autoApproveUpTo,
        Amount amount,
        GrantBasis basis) {

    /** The shares to book. A grant of zero has none, because a ledger entry moves something. */
    public List<Share> shares() {
        return amount.equalsZero() ? List.of() : List.of(new Share(pot, amount));
    }
}
