package nl.klimrek.contracts.learningbudgets;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * The grant of a pot became more or less.
 *
 * @param account id of the budget account
 * @param employee person id of the account's owner
 * @param pot id of the pot
 * @param unit unit of the amounts
 * @param before grant before, in the unit's smallest part (cents, minutes)
 * @param after grant now
 * @param reason why it changed
 * @param shortfall amount held or spent above the grant, which HR decides about; 0 for none
 */
@EventContract(type = "nl.klimrek.learning-budgets.budget-grant-adjusted.v1", topic = Topics.LEARNING_BUDGETS)
public record BudgetGrantAdjusted(
        String account,
        String employee,
        String pot,
        BudgetUnit unit,
        long before,
        long after,
        GrantAdjustmentReason reason,
        long shortfall) {}
