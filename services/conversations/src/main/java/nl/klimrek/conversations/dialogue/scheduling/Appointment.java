package nl.klimrek.conversations.dialogue.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/**
 * When a conversation should take place: the window, and the proposed or agreed slot.
 *
 * @param window days within which it should happen
 * @param proposal proposed or agreed slot; null before a proposal and after a decline
 * @param lastDecline why a slot was last declined, where a reason was given; null otherwise
 */
public record Appointment(
        Window window,
        @Nullable Proposal proposal,
        @Nullable PrivateText lastDecline) {

    /** The zone in which a day ends last. */
    private static final ZoneOffset LATEST_ZONE = ZoneOffset.ofHours(-12);

    public static Appointment within(Window window) {
        return new Appointment(window, null, null);
    }

    public Appointment proposed(Side by, Slot slot) {
        return new Appointment(window, new Proposal(slot, by), lastDecline);
    }

    public Appointment declined(@Nullable PrivateText reason) {
        return new Appointment(window, null, reason);
    }

    public Appointment openOn(LocalDate today) {
        return new Appointment(window.openOn(today), null, lastDecline);
    }

    /** When it is certain, wherever the employee is, that the window and a proposed slot have passed. */
    public Instant passedAt() {
        Instant everywhere =
                window.until().plusDays(1).atStartOfDay(LATEST_ZONE).toInstant();
        return proposal == null || proposal.slot().start().isBefore(everywhere)
                ? everywhere
                : proposal.slot().end();
    }

    /** Whether its window passed and no proposed slot lies ahead. */
    public boolean missed(Instant now, LocalDate today) {
        return window.passed(today)
                && (proposal == null || proposal.slot().start().isBefore(now));
    }

    /** Why the proposal cannot be accepted: another slot was proposed since, or it is this side's own. */
    public Optional<Refusal> refusesAcceptance(Side by, @Nullable Slot seen) {
        Proposal current = requireProposal();
        if (seen != null && !seen.equals(current.slot())) {
            return Optional.of(Refusal.of("slot-superseded"));
        }
        return current.by() == by ? Optional.of(Refusal.of("own-proposal")) : Optional.empty();
    }

    /** The proposed or agreed slot of a conversation that must have one. */
    public Proposal requireProposal() {
        return Objects.requireNonNull(proposal, "no slot is proposed");
    }

    /** Whether the proposed slot, if any, is not after the last of these days in this zone. */
    public boolean fits(Window days, ZoneId zone) {
        return proposal == null
                || !LocalDate.ofInstant(proposal.slot().start(), zone).isAfter(days.until());
    }

    public Appointment movedTo(Window days) {
        return new Appointment(days, proposal, lastDecline);
    }
}
