package nl.klimrek.portal.budgetpots;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Responses of learning-budgets about one pot; amounts in cents or minutes. */
final class PotResponses {
    private PotResponses() {}

    record Explanation(LocalDate on, Pot pot, List<Line> lines, long before, Rules rules) {
        Explanation {
            lines = lines == null ? List.of() : lines;
        }
    }

    record Pot(
            String pot,
            String unit,
            @Nullable String fundingSource,
            LocalDate validFrom,
            LocalDate validUntil,
            boolean closed,
            long autoApproveUpTo,
            long granted,
            long available,
            long reserved,
            long committed,
            long spent,
            long expired,
            long carriedOver,
            long shortfall,
            List<Hold> holds) {
        Pot {
            holds = holds == null ? List.of() : holds;
        }
    }

    record Hold(String request, String status, long amount, LocalDate neededOn) {}

    record Line(Entry entry, long available) {}

    record Entry(
            Instant at,
            String type,
            String from,
            String to,
            String unit,
            long amount,
            @Nullable String request,
            @Nullable String reason) {}

    record Rules(
            boolean ownerLeft,
            @Nullable Long fullGrant,
            boolean proRata,
            List<Hours> hours,
            int approvalPeriodDays,
            long approvedInPeriod,
            @Nullable Long maxPerRequest,
            long carryOverUpTo) {
        Rules {
            hours = hours == null ? List.of() : hours;
        }
    }

    record Hours(LocalDate from, int minutesPerWeek) {}

    record PersonShortfall(String employee, List<PotShortfall> pots) {
        PersonShortfall {
            pots = pots == null ? List.of() : pots;
        }
    }

    record PotShortfall(String pot, String unit, long granted, long shortfall, List<String> pending) {
        PotShortfall {
            pending = pending == null ? List.of() : pending;
        }
    }
}
