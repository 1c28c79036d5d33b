package nl.klimrek.portal.agenda;

import java.time.Instant;
import java.time.LocalDate;

/** A conversation in a list, as the conversations service tells it: facts only. */
record Entry(String conversation, String type, String status, String side, String employee, String counterpart,
        LocalDate windowFrom, LocalDate windowUntil, Instant slotStart, Instant slotEnd, String asked) {
}
