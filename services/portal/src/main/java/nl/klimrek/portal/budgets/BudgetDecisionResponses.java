package nl.klimrek.portal.budgets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Responses of the services about budget requests to decide. */
final class BudgetDecisionResponses {
    private BudgetDecisionResponses() {}

    record Request(
            String id,
            String employee,
            String status,
            String what,
            String alternatives,
            String goal,
            List<Share> shares,
            LocalDate neededOn,
            Instant requestedAt,
            Decision decision) {
        Request {
            shares = shares == null ? List.of() : shares;
        }
    }

    record Share(String pot, String unit, long amount) {}

    record Decision(boolean automatically, Instant at, String by, String reason, String alternative) {}

    record Entry(Instant at, String type, String pot, String unit, long amount, String request) {}

    record Plan(List<Goal> goals) {}

    record Goal(String id, String title) {}
}
