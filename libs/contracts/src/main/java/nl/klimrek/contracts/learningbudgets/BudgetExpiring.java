package nl.klimrek.contracts.learningbudgets;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * The last day of somebody's pot is near, and something of it would expire. Published once for a pot.
 *
 * @param account id of the budget account
 * @param employee person id of the account's owner
 * @param pot id of the pot
 * @param unit unit of the amount
 * @param left amount that nobody has reserved and that is not carried over, in the unit's smallest part (cents, minutes)
 * @param validUntil last day of use
 */
@EventContract(type = "nl.klimrek.learning-budgets.budget-expiring.v1", topic = Topics.LEARNING_BUDGETS)
public record BudgetExpiring(
        String account, String employee, String pot, BudgetUnit unit, long left, LocalDate validUntil) {}
