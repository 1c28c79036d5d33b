package nl.klimrek.learningbudgets.account;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.learningbudgets.pot.PotAmount;

/**
 * What an employee asks for.
 *
 * @param request id the request will have
 * @param what what it is for, in the employee's words
 * @param alternatives what else was thought of; null when nothing was said
 * @param goal id of the goal it is for; null when for none
 * @param activity id of the activity it is for; null when for none
 * @param shares how much from which pot, each above zero, each pot once
 * @param neededOn day it is needed
 * @param requiredByLaw whether the employer must provide this training by law or collective agreement
 */
public record NewBudgetRequest(
        String request,
        Words what,
        Words alternatives,
        String goal,
        String activity,
        List<PotAmount> shares,
        LocalDate neededOn,
        boolean requiredByLaw) {

    public NewBudgetRequest {
        shares = List.copyOf(shares);
    }
}
