package nl.klimrek.contracts.learningbudgets;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * A request was refused, with a reason and an alternative.
 *
 * @param account id of the budget account
 * @param employee person id of the account's owner
 * @param request id of the request
 * @param by person id of the one who decided
 * @param reason commitment of the reason
 * @param alternative commitment of the alternative or referral
 */
@EventContract(type = "nl.klimrek.learning-budgets.budget-request-refused.v1", topic = Topics.LEARNING_BUDGETS)
public record BudgetRequestRefused(
        String account,
        String employee,
        String request,
        String by,
        @StringFormat(StringFormat.Kind.COMMITMENT) String reason,
        @StringFormat(StringFormat.Kind.COMMITMENT) String alternative) {}
