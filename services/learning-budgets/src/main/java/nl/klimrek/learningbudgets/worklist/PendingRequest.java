package nl.klimrek.learningbudgets.worklist;

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
public record PendingRequest(
        String id,
        String employee,
        String goal,
        String activity,
        List<BudgetShare> shares,
        LocalDate neededOn,
        Instant requestedAt) {

    static PendingRequest of(BudgetRequested asked, Instant at) {
        return new PendingRequest(
                asked.request(),
                asked.employee(),
                asked.goal(),
                asked.activity(),
                asked.shares(),
                asked.neededOn(),
                at);
    }
}
