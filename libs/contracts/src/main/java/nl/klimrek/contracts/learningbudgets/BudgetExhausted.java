package nl.klimrek.contracts.learningbudgets;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * Nothing of somebody's pot is available any more. Published again only after something came back into it.
 *
 * @param account id of the budget account
 * @param employee person id of the account's owner
 * @param pot id of the pot
 * @param unit unit of the pot
 * @param validUntil last day of use
 */
@EventContract(type = "nl.klimrek.learning-budgets.budget-exhausted.v1", topic = Topics.LEARNING_BUDGETS)
public record BudgetExhausted(String account, String employee, String pot, BudgetUnit unit, LocalDate validUntil) {}
