package nl.klimrek.learningbudgets.account;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.learningbudgets.pot.PotAmount;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/**
 * A request as an employee submits it.
 *
 * @param id id of the request
 * @param what purpose, in the employee's words
 * @param alternatives alternatives the employee considered; null when none were given
 * @param goal id of the goal; null without one
 * @param activity id of the activity; null without one
 * @param shares amount from each pot, above zero, each pot once
 * @param neededOn day of use
 * @param requiredByLaw whether the employer must provide this training by law or collective agreement
 */
public record NewBudgetRequest(
        String id,
        PrivateText what,
        @Nullable PrivateText alternatives,
        @Nullable String goal,
        @Nullable String activity,
        List<PotAmount> shares,
        LocalDate neededOn,
        boolean requiredByLaw) {

    public NewBudgetRequest {
        shares = List.copyOf(shares);
    }
}
