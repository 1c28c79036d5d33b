package nl.klimrek.portal.conversations;

import java.time.LocalDate;
import java.util.List;

/** Responses of the conversations service about hand-overs. */
final class ManagerHandoverResponses {
    private ManagerHandoverResponses() {}

    record Line(String id, String employee, String counterpart, String former, LocalDate effectiveOn, String status) {}

    record Handover(
            String id,
            String employee,
            String counterpart,
            String former,
            LocalDate effectiveOn,
            String status,
            boolean received,
            String statement,
            List<Agreement> agreements,
            List<Ahead> conversations) {
        Handover {
            agreements = agreements == null ? List.of() : agreements;
            conversations = conversations == null ? List.of() : conversations;
        }
    }

    record Agreement(String id, String owner, LocalDate dueDate, String text) {}

    record Ahead(String conversation, String type, LocalDate windowFrom, LocalDate windowUntil) {}
}
