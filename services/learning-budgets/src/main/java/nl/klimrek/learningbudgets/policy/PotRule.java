package nl.klimrek.learningbudgets.policy;

import java.time.Year;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.klimrek.contracts.learningbudgets.FundingSource;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.Pot;
import nl.klimrek.learningbudgets.pot.PotGrant;
import nl.klimrek.learningbudgets.pot.PotTerms;
import org.jspecify.annotations.Nullable;

/**
 * The rule by which a policy opens one pot per person and calendar year.
 *
 * @param code names the pot within the organisation, 1 to 30 of {@code a-z 0-9 -}, beginning with a letter
 * @param amount grant for a full year and full time
 * @param fundingSource who pays into the pot
 * @param proRata whether the grant depends on contract hours and start date ({@link GrantFraction})
 * @param autoApproveUpTo largest sum within the approval period that needs no person's decision; zero for none
 * @param approvalPeriodDays days over which automatically approved amounts add up; null for a year
 * @param maxPerRequest largest share of one request; null without a limit
 * @param validYears calendar years in which a year's grant can be used, the year of the grant included; null for one
 * @param carryOverUpTo most that goes to the next year's pot when the pot ends; null for nothing
 */
public record PotRule(
        String code,
        Amount amount,
        FundingSource fundingSource,
        boolean proRata,
        Amount autoApproveUpTo,
        @Nullable Integer approvalPeriodDays,
        @Nullable Amount maxPerRequest,
        @Nullable Integer validYears,
        @Nullable Amount carryOverUpTo) {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,29}");

    public PotRule {
        boolean oneUnit = Stream.of(autoApproveUpTo, maxPerRequest, carryOverUpTo)
                .allMatch(other -> other == null || other.unit() == amount.unit());
        if (!CODE.matcher(code).matches() || amount.equalsZero() || !oneUnit) {
            throw new IllegalArgumentException("a pot rule needs a code, an amount above zero and one unit");
        }
    }

    PotGrant grant(GrantFraction fraction) {
        Year year = fraction.year();
        Year last = year.plusYears(validYears == null ? 0 : validYears - 1L);
        return new PotGrant(
                code + "-" + year,
                fundingSource,
                year.atDay(1),
                last.atDay(last.length()),
                autoApproveUpTo,
                fraction.entitlement(amount, proRata),
                new PotTerms(
                        code,
                        approvalPeriodDays == null ? Pot.DEFAULT_APPROVAL_DAYS : approvalPeriodDays,
                        maxPerRequest,
                        carryOverUpTo));
    }
}
