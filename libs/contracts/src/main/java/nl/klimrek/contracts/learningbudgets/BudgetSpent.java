package nl.klimrek.contracts.learningbudgets;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * A committed amount was spent, on receipt.
 *
 * @param account id of the budget account
 * @param employee person id of the account's owner
 * @param request id of the request
 * @param pot id of the pot
 * @param unit unit of the amount
 * @param amount amount in the unit's smallest part (cents, minutes), above zero
 * @param receipt commitment of the receipt
 */
@EventContract(type = "nl.klimrek.learning-budgets.budget-spent.v1", topic = Topics.LEARNING_BUDGETS)
public record BudgetSpent(
        String account,
        String employee,
        String request,
        String pot,
        BudgetUnit unit,
        long amount,
        @StringFormat(StringFormat.Kind.COMMITMENT) String receipt) {}
