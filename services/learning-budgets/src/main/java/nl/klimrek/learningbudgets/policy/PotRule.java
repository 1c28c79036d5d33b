package nl.klimrek.learningbudgets.policy;

import java.time.Year;
import java.util.regex.Pattern;
import nl.klimrek.contracts.learningbudgets.FundingSource;
import nl.klimrek.contracts.learningbudgets.GrantBasis;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.PotGrant;

/**
 * The rule by which a policy opens one pot per person and calendar year.
 *
 * @param code names the pot within the organisation, 1 to 30 of {@code a-z 0-9 -}, beginning with a letter
 * @param amount grant for a full year and full time
 * @param fundingSource who pays into the pot
 * @param proRata whether the grant depends on contract hours and start date ({@link GrantFraction})
 * @param autoApproveUpTo largest share that needs no person's decision; zero for none
 */
public record PotRule(
        String code, Amount amount, FundingSource fundingSource, boolean proRata, Amount autoApproveUpTo) {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,29}");

    public PotRule {
        if (!CODE.matcher(code).matches() || amount.equalsZero() || amount.unit() != autoApproveUpTo.unit()) {
            throw new IllegalArgumentException("a pot rule needs a code, an amount above zero and one unit");
        }
    }

    PotGrant grant(GrantFraction fraction) {
        Amount granted = proRata ? fraction.of(amount) : amount;
        Year year = fraction.year();
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
