package nl.klimrek.learningbudgets.policy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import nl.klimrek.contracts.learningbudgets.BudgetUnit;
import nl.klimrek.contracts.learningbudgets.FundingSource;
import nl.klimrek.learningbudgets.pot.Amount;
import org.jspecify.annotations.Nullable;

/**
 * A {@link PotRule} as it is written in requests, in schemes and in configuration.
 *
 * @param code 1 to 30 of {@code a-z 0-9 -}, beginning with a letter; unique within a policy
 * @param unit EUR or HOURS
 * @param amount grant for a full year and full time, in cents or minutes
 * @param fundingSource who pays into the pot
 * @param proRata whether the grant depends on contract hours and start date
 * @param autoApproveUpTo largest sum within the approval period that needs no person's decision, in cents or minutes; 0 for
 *     none
 * @param approvalPeriodDays days over which automatically approved amounts add up, 1 to 731; absent for 365
 * @param maxPerRequest largest share of one request, in cents or minutes; absent without a limit
 * @param validYears calendar years in which a year's grant can be used, 1 to 10; absent for one
 * @param carryOverUpTo most that goes to the next year's pot when the pot ends, in cents or minutes; absent for nothing
 */
public record PotRuleInput(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,29}") String code,
        @NotNull BudgetUnit unit,
        @NotNull @Positive @Max(MAX_AMOUNT) Long amount,
        @NotNull FundingSource fundingSource,
        @NotNull Boolean proRata,
        @NotNull @PositiveOrZero @Max(MAX_AMOUNT) Long autoApproveUpTo,
        @Nullable @Min(1) @Max(731) Integer approvalPeriodDays,
        @Nullable @Positive @Max(MAX_AMOUNT) Long maxPerRequest,
        @Nullable @Min(1) @Max(10) Integer validYears,
        @Nullable @Positive @Max(MAX_AMOUNT) Long carryOverUpTo) {

    /** Ten million euros. A larger figure is a typing error. */
    static final long MAX_AMOUNT = 1_000_000_000;

    static PotRuleInput of(PotRule rule) {
        return new PotRuleInput(
                rule.code(),
                rule.amount().unit(),
                rule.amount().minorUnits(),
                rule.fundingSource(),
                rule.proRata(),
                rule.autoApproveUpTo().minorUnits(),
                rule.approvalPeriodDays(),
                minorUnits(rule.maxPerRequest()),
                rule.validYears(),
                minorUnits(rule.carryOverUpTo()));
    }

    PotRule rule() {
        return new PotRule(
                code,
                Amount.of(unit, amount),
                fundingSource,
                proRata,
                Amount.of(unit, autoApproveUpTo),
                approvalPeriodDays,
                inUnit(maxPerRequest),
                validYears,
                inUnit(carryOverUpTo));
    }

    private @Nullable Amount inUnit(@Nullable Long minorUnits) {
        return minorUnits == null ? null : Amount.of(unit, minorUnits);
    }

    private static @Nullable Long minorUnits(@Nullable Amount amount) {
        return amount == null ? null : amount.minorUnits();
    }
}
