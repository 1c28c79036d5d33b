package nl.klimrek.contracts.learningbudgets;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * An amount was granted into a pot.
 *
 * @param account id of the budget account
 * @param employee person id of the account's owner
 * @param pot id of the pot
 * @param unit unit of the amount
 * @param amount amount in the unit's smallest part (cents, minutes), above zero
 * @param basis whole or pro-rata
 */
@EventContract(type = "nl.klimrek.learning-budgets.budget-granted.v1", topic = Topics.LEARNING_BUDGETS)
public record BudgetGranted(
        String account, String employee, String pot, BudgetUnit unit, long amount, GrantBasis basis) {}
