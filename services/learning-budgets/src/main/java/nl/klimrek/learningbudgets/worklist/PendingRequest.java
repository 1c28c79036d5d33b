package nl.klimrek.learningbudgets.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.learningbudgets.BudgetRequested;
import nl.klimrek.contracts.learningbudgets.BudgetShare;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits for a decision, as its decider sees it in the worklist. It holds no words; reading those is a
 * separate step that the access log shows.
 *
 * @param id id of the request
 * @param employee person id of the requester
 * @param goal id of the goal; null without one
 * @param activity id of the activity; null without one
 */
public record PendingRequest(
        String id,
        String employee,
        @Nullable String goal,
        @Nullable String activity,
        List<BudgetShare> shares,
        LocalDate neededOn,
        Instant requestedAt) {

    static PendingRequest of(BudgetRequested requested, Instant at) {
        return new PendingRequest(
                requested.request(),
                requested.employee(),
                requested.goal(),
                requested.activity(),
                requested.shares(),
                requested.neededOn(),
                at);
    }
}
