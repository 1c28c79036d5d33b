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
 * @param round rises with each proposal and each end of one, so that what was reserved for an earlier one is recognised
 */
public record Appointment(
        Window window,
        @Nullable Proposal proposal,
        @Nullable PrivateText lastDecline,
        int round) {

    /** The zone in which a day ends last. */
    private static final ZoneOffset LATEST_ZONE = ZoneOffset.ofHours(-12);

    public static Appointment within(Window window) {
        return new Appointment(window, null, null, 0);
    }

    public Appointment proposed(Proposal next) {
        return new Appointment(window, next, lastDecline, round + 1);
    }

    public Appointment declined(@Nullable PrivateText reason) {
        return new Appointment(window, null, reason, round + 1);
    }

    public Appointment openOn(LocalDate today) {
        return new Appointment(window.openOn(today), null, lastDecline, round);
    }

    /** The same proposal in another round, so that nothing that was reserved for it until now can be agreed on. */
    public Appointment inNextRound() {
        return new Appointment(window, proposal, lastDecline, round + 1);
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

    /**
     * Why the proposal cannot be accepted: another slot was proposed since, it is this side's own, its time is not reserved
     * any more, or it is outside what is usual and this side does not say that it knows.
     */
    public Optional<Refusal> refusesAcceptance(Side by, Acceptance acceptance) {
        Proposal current = requireProposal();
        if (acceptance.seen() != null && !acceptance.seen().equals(current.slot())) {
            return Optional.of(Refusal.of("slot-superseded"));
        }
        if (current.by() == by) {
            return Optional.of(Refusal.of("own-proposal"));
        }
        return acceptance.round() == round
                ? SlotDeviation.refuses(current.outside(), acceptance.outside())
                : Optional.of(Refusal.of("slot-superseded"));
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
        return new Appointment(days, proposal, lastDecline, round);
    }
}
