package nl.klimrek.contracts.learningbudgets;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A request was closed: all its receipts are in.
 *
 * @param account id of the budget account
 * @param employee person id of the account's owner
 * @param request id of the request
 */
@EventContract(type = "nl.klimrek.learning-budgets.budget-request-settled.v1", topic = Topics.LEARNING_BUDGETS)
public record BudgetRequestSettled(String account, String employee, String request) {}
