package nl.klimrek.contracts.learningbudgets;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The employee took a request back.
 *
 * @param account id of the budget account
 * @param employee person id of the account's owner
 * @param request id of the request
 * @param reason commitment of the reason (may be null)
 */
@EventContract(type = "nl.klimrek.learning-budgets.budget-request-withdrawn.v1", topic = Topics.LEARNING_BUDGETS)
public record BudgetRequestWithdrawn(
        String account,
        String employee,
        String request,

        @StringFormat(StringFormat.Kind.COMMITMENT) @Nullable
        String reason) {}
