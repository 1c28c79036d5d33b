package nl.klimrek.learningbudgets.deciding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.learningbudgets.BudgetRequested;
import nl.klimrek.contracts.learningbudgets.BudgetShare;

/**
 * A request that waits for a decision, as the one who decides sees it in a list. Reading its words is a step of its own,
 * which the look log shows.
 *
 * @param id id of the request
 * @param employee person id of who asked
 * @param goal goal it is for; may be null
 * @param activity activity it is for; may be null
 */
public record OpenRequest(
        String id,
        String employee,
        String goal,
        String activity,
        List<BudgetShare> shares,
        LocalDate neededOn,
        Instant requestedAt) {

    static OpenRequest of(BudgetRequested asked, Instant at) {
        return new OpenRequest(
                asked.request(),
                asked.employee(),
                asked.goal(),
                asked.activity(),
                asked.shares(),
                asked.neededOn(),
                at);
    }
}
