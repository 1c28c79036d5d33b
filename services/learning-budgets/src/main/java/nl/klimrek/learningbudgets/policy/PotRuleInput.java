package nl.klimrek.learningbudgets.policy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import nl.klimrek.contracts.learningbudgets.BudgetUnit;
import nl.klimrek.contracts.learningbudgets.FundingSource;
import nl.klimrek.learningbudgets.pot.Amount;

/**
 * A {@link PotRule} as it is written in requests and configuration. Each pot is valid for one calendar year.
 *
 * @param code 1 to 30 of {@code a-z 0-9 -}, beginning with a letter; unique within a policy
 * @param unit EUR or HOURS
 * @param amount grant for a full year and full time, in cents or minutes
 * @param fundingSource who pays into the pot
 * @param proRata whether the grant depends on contract hours and start date
 * @param autoApproveUpTo largest share that needs no person's decision, in cents or minutes; 0 for none
 */
public record PotRuleInput(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,29}") String code,
        @NotNull BudgetUnit unit,
        @NotNull @Positive @Max(MAX_AMOUNT) Long amount,
        @NotNull FundingSource fundingSource,
        @NotNull Boolean proRata,
        @NotNull @PositiveOrZero @Max(MAX_AMOUNT) Long autoApproveUpTo) {

    /** Ten million euros. A larger figure is a typing error. */
    static final long MAX_AMOUNT = 1_000_000_000;

    static PotRuleInput of(PotRule rule) {
        return new PotRuleInput(
                rule.code(),
                rule.amount().unit(),
                rule.amount().minorUnits(),
                rule.fundingSource(),
                rule.proRata(),
                rule.autoApproveUpTo().minorUnits());
    }

    PotRule rule() {
        return new PotRule(code, Amount.of(unit, amount), fundingSource, proRata, Amount.of(unit, autoApproveUpTo));
    }
}
