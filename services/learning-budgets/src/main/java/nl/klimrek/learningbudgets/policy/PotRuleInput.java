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
 * A {@link PotRule} as HR and configuration write it; each pot is valid for the calendar year it is granted for.
 *
 * @param code 1 to 30 of {@code a-z 0-9 -}, beginning with a letter; unique within a policy
 * @param unit EUR or HOURS
 * @param amount a full year's grant for full time, in the unit's smallest part (cents, minutes)
 * @param fundingSource who pays
 * @param proRata whether it is divided by contract hours and start date
 * @param autoApproveUpTo most that one request may take without a person deciding, in the same part; 0 for never
 */
public record PotRuleInput(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,29}") String code,
        @NotNull BudgetUnit unit,
        @NotNull @Positive @Max(MOST) Long amount,
        @NotNull FundingSource fundingSource,
        @NotNull Boolean proRata,
        @NotNull @PositiveOrZero @Max(MOST) Long autoApproveUpTo) {

    /** Ten million euros; a figure beyond it is a slip of the keyboard. */
    static final long MOST = 1_000_000_000;

    static PotRuleInput of(PotRule rule) {
        return new PotRuleInput(
                rule.code(),
                rule.amount().unit(),
                rule.amount().smallest(),
                rule.fundingSource(),
                rule.proRata(),
                rule.autoApproveUpTo().smallest());
    }

    PotRule rule() {
        return new PotRule(code, Amount.of(unit, amount), fundingSource, proRata, Amount.of(unit, autoApproveUpTo));
    }
}
