package nl.klimrek.contracts.learningbudgets;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A reserved amount was committed.
 *
 * @param account id of the budget account
 * @param employee person id of the account's owner
 * @param request id of the request
 * @param pot id of the pot
 * @param unit unit of the amount
 * @param amount amount in the unit's smallest part (cents, minutes), above zero
 */
@EventContract(type = "nl.klimrek.learning-budgets.budget-committed.v1", topic = Topics.LEARNING_BUDGETS)
public record BudgetCommitted(
        String account, String employee, String request, String pot, BudgetUnit unit, long amount) {}
