package nl.klimrek.contracts.learningbudgets;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A pot was opened for an employee.
 *
 * @param account id of the budget account
 * @param employee person id of the account's owner
 * @param pot id of the pot
 * @param unit what it is counted in
 * @param fundingSource who pays into it
 * @param validFrom first day it can be used
 * @param validUntil last day it can be used
 */
@EventContract(type = "nl.klimrek.learning-budgets.pot-opened.v1", topic = Topics.LEARNING_BUDGETS)
public record PotOpened(
        String account,
        String employee,
        String pot,
        BudgetUnit unit,
        FundingSource fundingSource,
        LocalDate validFrom,
        LocalDate validUntil) {}
