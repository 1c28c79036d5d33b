package nl.klimrek.contracts.learningbudgets;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A request was approved.
 *
 * @param account id of the budget account
 * @param employee person id of the account's owner
 * @param request id of the request
 * @param by person id of the one who decided, or policy
 * @param automatically whether the policy's threshold decided
 */
@EventContract(type = "nl.klimrek.learning-budgets.budget-request-approved.v1", topic = Topics.LEARNING_BUDGETS)
public record BudgetRequestApproved(
        String account, String employee, String request, String by, boolean automatically) {}
