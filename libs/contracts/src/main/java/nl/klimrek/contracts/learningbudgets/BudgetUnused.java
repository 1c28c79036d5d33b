package nl.klimrek.contracts.learningbudgets;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A share of somebody's pot is still unused at the end of a quarter.
 *
 * @param account id of the budget account
 * @param employee person id of the account's owner
 * @param pot id of the pot
 * @param unit unit of the amount
 * @param unused amount nobody has reserved, in the unit's smallest part (cents, minutes)
 * @param percent unused share of what was granted, 0 to 100
 * @param quarterEndsOn last day of the quarter
 * @param validUntil last day of use of the pot (may be null)
 */
@EventContract(type = "nl.klimrek.learning-budgets.budget-unused.v1", topic = Topics.LEARNING_BUDGETS)
public record BudgetUnused(
        String account,
        String employee,
        String pot,
        BudgetUnit unit,
        long unused,
        int percent,
        LocalDate quarterEndsOn,
        @Nullable LocalDate validUntil) {}
