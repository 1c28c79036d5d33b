package nl.klimrek.contracts.learningbudgets;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * A receipt that was booked with a wrong amount was corrected by a counter-entry.
 *
 * @param account id of the budget account
 * @param employee person id of the account's owner
 * @param request id of the request
 * @param pot id of the pot
 * @param unit unit of the amounts
 * @param before amount the receipt was booked with, in the unit's smallest part (cents, minutes)
 * @param after amount it is booked with now
 * @param receipt commitment of the corrected receipt
 */
@EventContract(type = "nl.klimrek.learning-budgets.budget-spending-corrected.v1", topic = Topics.LEARNING_BUDGETS)
public record BudgetSpendingCorrected(
        String account,
        String employee,
        String request,
        String pot,
        BudgetUnit unit,
        long before,
        long after,
        @StringFormat(StringFormat.Kind.COMMITMENT) String receipt) {}
