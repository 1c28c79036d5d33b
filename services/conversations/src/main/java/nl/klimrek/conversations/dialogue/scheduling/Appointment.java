package nl.klimrek.conversations.dialogue.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.text.Words;

/**
 * When it should take place.
 *
 * @param window days within which it should happen
 * @param proposal slot on the table or agreed on; null before one was proposed and after one was declined
 * @param lastDecline why a slot was last declined, where a reason was given; null otherwise
 */
public record Appointment(Window window, Proposal proposal, Words lastDecline) {

    /** Where a day is over last. */
    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    public static Appointment within(Window window) {
        return new Appointment(window, null, null);
    }

    public Appointment proposed(Side by, Slot slot) {
        return new Appointment(window, new Proposal(slot, by), lastDecline);
    }

    public Appointment declined(Words reason) {
        return new Appointment(window, null, reason);
    }

    public Appointment openOn(LocalDate today) {
        return new Appointment(window.openOn(today), null, lastDecline);
    }

    /** When it is certain, wherever the employee is, that the window and a proposed slot have passed. */
    public Instant passedAt() {
        Instant everywhere = window.until().plusDays(1).atStartOfDay(LAST).toInstant();
        return proposal == null || proposal.slot().start().isBefore(everywhere)
                ? everywhere
                : proposal.slot().end();
    }

    /** Whether its window passed and no proposed slot lies ahead. */
    public boolean missed(Instant now, LocalDate today) {
        return window.passed(today)
                && (proposal == null || proposal.slot().start().isBefore(now));
    }
}
