package nl.klimrek.learningbudgets.policy;

import java.time.Year;
import java.util.regex.Pattern;
import nl.klimrek.contracts.learningbudgets.FundingSource;
import nl.klimrek.contracts.learningbudgets.GrantBasis;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.PotGrant;

/**
 * A pot that everybody gets for a calendar year.
 *
 * @param code names the pot within the organisation, 1 to 30 of {@code a-z 0-9 -}, beginning with a letter
 * @param amount a full year's grant for full time
 * @param fundingSource who pays
 * @param proRata whether the grant is divided by contract hours and start date ({@link GrantFraction}), or whole for all
 * @param autoApproveUpTo most that one request may take from the pot without a person deciding; nothing for never
 */
public record PotRule(
        String code, Amount amount, FundingSource fundingSource, boolean proRata, Amount autoApproveUpTo) {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,29}");

    public PotRule {
        if (!CODE.matcher(code).matches() || amount.nothing() || amount.unit() != autoApproveUpTo.unit()) {
            throw new IllegalArgumentException("not a rule for a pot");
        }
    }

    PotGrant grant(GrantFraction share) {
        Amount granted = proRata ? share.of(amount) : amount;
        Year year = share.year();
        return new PotGrant(
                code + "-" + year,
                fundingSource,
                year.atDay(1),
                year.atDay(year.length()),
                autoApproveUpTo,
                granted,
                granted.equals(amount) ? GrantBasis.FULL : GrantBasis.PRO_RATA);
    }
}
