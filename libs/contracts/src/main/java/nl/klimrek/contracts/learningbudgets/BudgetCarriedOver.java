package nl.klimrek.contracts.learningbudgets;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * An amount that was left in a pot went to the pot of the next year.
 *
 * @param account id of the budget account
 * @param employee person id of the account's owner
 * @param pot id of the pot that ended
 * @param toPot id of the pot that has it now
 * @param unit unit of the amount
 * @param amount amount in the unit's smallest part (cents, minutes), above zero
 */
@EventContract(type = "nl.klimrek.learning-budgets.budget-carried-over.v1", topic = Topics.LEARNING_BUDGETS)
public record BudgetCarriedOver(
        String account, String employee, String pot, String toPot, BudgetUnit unit, long amount) {}
