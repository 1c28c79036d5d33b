package nl.klimrek.portal.conversations;

import java.time.Instant;
import java.time.LocalDate;

/** A conversation in a list, as its service answers it; without texts. */
record ConversationListItem(
        String conversation,
        String type,
        String status,
        String side,
        String relation,
        String employee,
        String counterpart,
        LocalDate windowFrom,
        LocalDate windowUntil,
        Instant slotStart,
        Instant slotEnd,
        String asked) {

    boolean isOver() {
        return "CLOSED".equals(status) || "CANCELLED".equals(status);
    }

    /** Whether it is about the reader's own development. */
    boolean isOwn() {
        return "EMPLOYEE".equals(side);
    }

    String other() {
        return isOwn() ? counterpart : employee;
    }

    /** Whether the reader has a step to take now. Holding counts only after its slot has begun. */
    boolean asks(Instant now) {
        return !isOver()
                && asked != null
                && !"NOTHING".equals(asked)
                && !("HOLD".equals(asked) && slotStart != null && slotStart.isAfter(now));
    }
}
