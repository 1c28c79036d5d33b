package nl.klimrek.portal.workload;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Responses of the conversations service about a manager's time. */
final class WorkloadResponses {
    private WorkloadResponses() {}

    record Conversation(String status, LocalDate windowFrom, LocalDate windowUntil, Instant slotStart) {}

    record Capacity(int perDay, int perWeek, List<String> delegates, boolean usual) {
        Capacity {
            delegates = delegates == null ? List.of() : delegates;
        }
    }

    record Overload(
            String cycle,
            int conversations,
            int minutesShort,
            LocalDate from,
            LocalDate until,
            List<String> delegates) {
        Overload {
            delegates = delegates == null ? List.of() : delegates;
        }
    }
}
