package nl.klimrek.conversations.dialogue;

import static nl.klimrek.conversations.dialogue.ConversationStatus.ACCEPTED;
import static nl.klimrek.conversations.dialogue.ConversationStatus.INVITED;
import static nl.klimrek.conversations.dialogue.ConversationStatus.PLANNED;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ReplyRefusal;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.scheduling.Acceptance;
import nl.klimrek.conversations.dialogue.scheduling.Appointment;
import nl.klimrek.conversations.dialogue.scheduling.Decline;
import nl.klimrek.conversations.dialogue.scheduling.Proposal;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.eventing.Decision;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/**
 * The steps in which two people find a time. Each decides on a conversation as it is now, and changes its status and its
 * {@link Appointment} alone.
 */
public final class SchedulingSteps {

    private SchedulingSteps() {}

    /** Proposes a slot. A window that passed opens again, because late is better than never. */
    public static Decision<Conversation> invite(Conversation now, Proposal proposal, Instant at, LocalDate today) {
        return now.take(ConversationStep.INVITE)
                .unless(() -> proposal.slot().refusesPast(at))
                .then(() -> reopened(now, today).then(open -> proposed(open, proposal, ConversationEvents::invited)));
    }

    /** Agrees with the slot that the other side proposed, for which the time of both is reserved. */
    public static Decision<Conversation> accept(Conversation now, Side by, Acceptance acceptance) {
        return now.take(ConversationStep.ACCEPT)
                .unless(() -> now.appointment().refusesAcceptance(by, acceptance))
                .then(() -> now.next().status(ACCEPTED).decide(events -> events.accepted(by)));
    }

    /** Ends what is reserved for this round of an unanswered proposal; the proposal stays. */
    public static Decision<Conversation> endReservation(Conversation now, int round) {
        return now.status() == INVITED && now.appointment().round() == round
                ? Decision.accept(
                        now.next().appointment(now.appointment().inNextRound()).build())
                : Decision.unchanged();
    }

    /** Proposes another time, also after a slot was agreed on; the other side answers it. */
    public static Decision<Conversation> reschedule(Conversation now, Proposal proposal, Instant at) {
        return now.take(ConversationStep.RESCHEDULE)
                .unless(() -> proposal.slot().refusesPast(at))
                .then(() -> proposed(now, proposal, ConversationEvents::rescheduled));
    }

    /** Declines the slot, with a reason or with another time. Without another time it returns to its window. */
    public static Decision<Conversation> decline(
            Conversation now, Side by, Decline decline, Instant at, LocalDate today) {
        Decision<Conversation> returned = returned(now, by, decline.reason(), today);
        Proposal instead = decline.instead();
        return instead == null ? returned : returned.then(open -> invite(open, instead, at, today));
    }

    /** Records that a reply by calendar mail became no step; nothing else changes. */
    public static Decision<Conversation> refuseReply(Conversation now, Side by, ReplyRefusal reason) {
        return now.next().decide(events -> events.replyRefused(by, reason));
    }

    /** Withdraws a slot that the planner proposed and that no longer fits; it returns to its window. */
    public static Decision<Conversation> withdrawSlot(Conversation now, Side by, LocalDate today) {
        return returned(now, by, null, today);
    }

    /** Moves to other days; a slot after the last of them, where the employee is, is taken back. */
    public static Decision<Conversation> move(Conversation now, Window to, LocalDate today, ZoneId zone) {
        return now.take(ConversationStep.MOVE)
                .unless(() -> to.refusesPassed(today))
                .then(() -> to.equals(now.appointment().window()) ? Decision.unchanged() : moved(now, to, zone));
    }

    /**
     * Somebody asks for a conversation, with days of their own, and this one was due: it becomes the one that was asked for.
     *
     * @param request the command that asks
     */
    public static Decision<Conversation> ask(
            Conversation now, String request, Window days, LocalDate today, ZoneId zone) {
        boolean due = ConversationStep.INVITE.fits(now.status()) || now.status() == INVITED;
        return due && now.plan().reason() != ConversationReason.ASKED && !days.passed(today)
                ? moved(now.next().plan(now.plan().askedBy(request)).build(), days, zone)
                : Decision.unchanged();
    }

    private static Decision<Conversation> proposed(
            Conversation now, Proposal proposal, Function<ConversationEvents, Record> event) {
        return now.next()
                .status(INVITED)
                .appointment(now.appointment().proposed(proposal))
                .decide(event);
    }

    private static Decision<Conversation> returned(
            Conversation now, Side by, @Nullable PrivateText reason, LocalDate today) {
        return now.take(ConversationStep.DECLINE)
                .then(() -> now.next()
                        .status(PLANNED)
                        .appointment(now.appointment().declined(reason))
                        .decide(events -> events.declined(by))
                        .then(open -> reopened(open, today)));
    }

    /** Back in its window; a window that passed opens again, and only that is an event. */
    private static Decision<Conversation> reopened(Conversation now, LocalDate today) {
        Conversation open = now.next()
                .status(PLANNED)
                .appointment(now.appointment().openOn(today))
                .build();
        return open.appointment().equals(now.appointment())
                ? Decision.accept(open)
                : Decision.accept(open, open.events().planned());
    }

    private static Decision<Conversation> moved(Conversation now, Window to, ZoneId zone) {
        Appointment appointment = now.appointment();
        if (appointment.fits(to, zone)) {
            return now.next()
                    .status(appointment.proposal() == null ? PLANNED : now.status())
                    .appointment(appointment.movedTo(to))
                    .decide(ConversationEvents::planned);
        }
        return now.next()
                .status(PLANNED)
                .appointment(appointment.declined(null).movedTo(to))
                .decide(events -> events.declined(Side.EMPLOYEE))
                .then(open -> Decision.accept(open, open.events().planned()));
    }
}
