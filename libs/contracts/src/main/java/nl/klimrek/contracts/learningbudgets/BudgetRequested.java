package nl.klimrek.contracts.learningbudgets;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.KnownValues;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * An employee asked for budget.
 *
 * @param account id of the budget account
 * @param employee person id of the account's owner
 * @param request id of the request
 * @param goal goal it is for (may be null)
 * @param activity activity it is for (may be null)
 * @param shares how much from which pot
 * @param neededOn day it is needed
 * @param content commitment of what is asked
 */
@EventContract(type = "nl.klimrek.learning-budgets.budget-requested.v1", topic = Topics.LEARNING_BUDGETS)
public record BudgetRequested(
        String account,
        String employee,
        String request,
        @Nullable String goal,
        @Nullable String activity,
        List<BudgetShare> shares,
        LocalDate neededOn,
        @StringFormat(StringFormat.Kind.COMMITMENT) String content) {
    public BudgetRequested {
        shares = KnownValues.of(shares);
    }
}
