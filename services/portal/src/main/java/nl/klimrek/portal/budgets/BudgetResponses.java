package nl.klimrek.portal.budgets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Responses of learning-budgets to an employee; amounts in cents or minutes. */
final class BudgetResponses {
    private BudgetResponses() {}

    record Account(List<Pot> pots) {
        Account {
            pots = pots == null ? List.of() : pots;
        }
    }

    record Pot(
            String pot,
            String unit,
            @Nullable String fundingSource,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            long autoApproveUpTo,
            long granted,
            long available,
            long reserved,
            long committed,
            long spent,
            long shortfall,
            boolean closed,
            List<Hold> holds) {
        Pot {
            holds = holds == null ? List.of() : holds;
        }
    }

    record Hold(String request, String status, long amount, LocalDate neededOn) {}

    record Request(
            String id,
            String status,
            String what,
            String alternatives,
            String goal,
            List<Share> shares,
            LocalDate neededOn,
            Instant requestedAt,
            Decision decision,
            List<Receipt> receipts,
            List<Share> spent,
            @Nullable String withdrawalReason) {
        Request {
            shares = shares == null ? List.of() : shares;
            receipts = receipts == null ? List.of() : receipts;
            spent = spent == null ? List.of() : spent;
        }
    }

    record Share(String pot, String unit, long amount) {}

    record Decision(String by, Instant at, boolean automatically, String reason, String alternative) {}

    record Receipt(
            int number,
            List<Share> spent,
            String receipt,
            Instant at,
            @Nullable Integer replaces,
            boolean counts) {
        Receipt {
            spent = spent == null ? List.of() : spent;
        }
    }

    record Entry(
            long number,
            Instant at,
            String type,
            String pot,
            String from,
            String to,
            String unit,
            long amount,
            String request) {}

    /** The part of a plan that a request can be for. */
    record Plan(List<Goal> goals) {
        Plan {
            goals = goals == null ? List.of() : goals;
        }
    }

    record Goal(String id, String title, String state) {}
}
