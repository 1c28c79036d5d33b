package nl.klimrek.portal.me;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Responses of the services for the reader's first page. */
final class TodayResponses {
    private TodayResponses() {}

    /** A conversation of the reader's list. */
    record Conversation(
            String conversation,
            String type,
            String status,
            String side,
            String employee,
            String counterpart,
            LocalDate windowFrom,
            LocalDate windowUntil,
            Instant slotStart,
            Instant slotEnd,
            String asked) {

        boolean about() {
            return "EMPLOYEE".equals(side);
        }

        /** Person id of the other. */
        String other() {
            return about() ? counterpart : employee;
        }

        boolean asks() {
            return asked != null && !asked.equals("NOTHING");
        }
    }

    /** An agreement that is still to be kept. */
    record OpenAgreement(String conversation, String with, String id, String text, String owner, LocalDate dueDate) {}

    record Plan(String pop, Agreement agreement, List<Goal> goals) {
        Plan {
            goals = goals == null ? List.of() : goals;
        }
    }

    record Agreement(int version, String state) {}

    record Goal(String id, String state, String title, LocalDate targetDate) {
        boolean open() {
            return !"ACHIEVED".equals(state) && !"DROPPED".equals(state);
        }
    }

    /** A budget request that the reader decides on. */
    record Request(String id, String employee, List<Share> shares, LocalDate neededOn) {
        Request {
            shares = shares == null ? List.of() : shares;
        }
    }

    record Share(String pot, String unit, long amount) {}
}
