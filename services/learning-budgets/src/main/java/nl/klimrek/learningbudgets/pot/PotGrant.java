package nl.klimrek.learningbudgets.pot;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.learningbudgets.FundingSource;
import nl.klimrek.contracts.learningbudgets.GrantBasis;

/**
 * A pot that is to be opened for somebody, and what goes into it.
 *
 * @param pot id of the pot
 * @param amount what is granted; may be nothing, for somebody without contract hours
 * @param basis whole, or a share by hours and start date
 */
public record PotGrant(
        String pot,
        FundingSource fundingSource,
        LocalDate validFrom,
        LocalDate validUntil,
        Amount autoApproveUpTo,
        Amount amount,
        GrantBasis basis) {

    /** What the grant puts into the pot; a ledger entry moves something, so nothing is no entry. */
    public List<Share> shares() {
        return amount.nothing() ? List.of() : List.of(new Share(pot, amount));
    }
}
