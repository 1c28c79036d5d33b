package nl.klimrek.contracts.learningbudgets;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * An amount was not used before the last day of its pot.
 *
 * @param account id of the budget account
 * @param employee person id of the account's owner
 * @param pot id of the pot
 * @param unit unit of the amount
 * @param amount amount in the unit's smallest part (cents, minutes), above zero
 */
@EventContract(type = "nl.klimrek.learning-budgets.budget-expired.v1", topic = Topics.LEARNING_BUDGETS)
public record BudgetExpired(String account, String employee, String pot, BudgetUnit unit, long amount) {}
