package nl.klimrek.learningbudgets.pot;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.Default;
import nl.klimrek.contracts.learningbudgets.BudgetUnit;

/**
 * An amount from a pot as somebody sends it, without a unit. The pot's unit makes it a {@link Share}.
 *
 * @param pot id of the pot
 * @param amount in the smallest part of the pot's unit (cents, minutes)
 */
public record PotAmount(
        @NotBlank @Size(max = 100) String pot,

        @NotNull @Positive(groups = Requested.class) @PositiveOrZero(groups = Spent.class) @Max(MAX_AMOUNT)
        Long amount) {

    private static final long MAX_AMOUNT = 1_000_000_000;

    /** Validates a share of a request, which is above zero. */
    public interface Requested extends Default {}

    /** Validates a share of an expense, which may be zero. */
    public interface Spent extends Default {}

    public Share in(BudgetUnit unit) {
        return new Share(pot, Amount.of(unit, amount));
    }
}
