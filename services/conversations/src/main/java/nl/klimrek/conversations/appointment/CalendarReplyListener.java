package nl.klimrek.conversations.appointment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.klimrek.contracts.conversations.ReplyRefusal;
import nl.klimrek.contracts.reminders.CalendarReplyReceived;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationStatus;
import nl.klimrek.conversations.dialogue.SchedulingSteps;
import nl.klimrek.conversations.dialogue.scheduling.Decline;
import nl.klimrek.conversations.dialogue.scheduling.Proposal;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.conversations.dialogue.scheduling.SlotDeviation;
import nl.klimrek.conversations.dialogue.steps.Participation;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.conversations.projection.EventSubscriber;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.LateEventPolicy;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes the step that an invited person's calendar replied with, under the rules of a step on a page. What the rules refuse is
 * recorded with its reason, so that the person hears of it. A later reply of the same side replaces an earlier one.
 */
@Component
class CalendarReplyListener implements EventSubscriber {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarReplyListener.class);

    /** Words of a calendar stay in the mailbox; a decline from there has this reason. */
    private static final String DECLINED =
            "Deze tijd komt niet uit (antwoord vanuit de agenda). / This time does not suit (reply from the calendar).";

    private static final Map<String, ReplyRefusal> REASONS = Map.of(
            "slot-taken", ReplyRefusal.SLOT_TAKEN,
            "slot-taken-other", ReplyRefusal.SLOT_TAKEN_OTHER,
            "slot-outside", ReplyRefusal.SLOT_OUTSIDE,
            "slot-in-past", ReplyRefusal.SLOT_PAST,
            "slot-superseded", ReplyRefusal.SUPERSEDED,
            "step-not-possible", ReplyRefusal.SUPERSEDED,
            "forbidden", ReplyRefusal.NOT_PARTICIPANT);

    private final Participation participation;
    private final AcceptanceService acceptances;
    private final DeviationFinder deviations;
    private final AggregateStore<Conversation> conversations;
    private final CurrentRoster roster;

    CalendarReplyListener(
            Participation participation,
            AcceptanceService acceptances,
            DeviationFinder deviations,
            AggregateStore<Conversation> conversations,
            CurrentRoster roster) {
        this.participation = participation;
        this.acceptances = acceptances;
        this.deviations = deviations;
        this.conversations = conversations;
        this.roster = roster;
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.on(CalendarReplyReceived.class, this::received);
    }

    private void received(CalendarReplyReceived reply, EventMeta meta) {
        Key key = Key.of(meta.organisation(), reply.conversation());
        Conversation found = conversations.find(key).map(Versioned::state).orElse(null);
        if (found == null || !found.participants().employee().equals(reply.employee())) {
            LOG.warn("A reply from a calendar fits no conversation; it is dropped");
            return;
        }
        MessageContext context = MessageContext.event(meta).withLateEventPolicy(LateEventPolicy.IGNORE);
        try {
            step(reply, found, new Caller(meta.actor(), meta.organisation(), Set.of(Role.EMPLOYEE)), context);
        } catch (RefusedException refused) {
            ReplyRefusal reason = REASONS.getOrDefault(refused.refusal().code(), ReplyRefusal.OTHER);
            conversations.handle(
                    key, context, now -> SchedulingSteps.refuseReply(now.orElseThrow(), reply.by(), reason));
        }
    }

    private void step(CalendarReplyReceived reply, Conversation found, Caller caller, MessageContext context) {
        if (participation.require(caller, found) != reply.by()) {
            throw new RefusedException(Refusal.of("forbidden"));
        }
        Slot slot = slot(reply.slotStart(), reply.slotEnd());
        switch (reply.answer()) {
            case ACCEPTED -> accept(reply, slot, caller, context);
            case DECLINED ->
                participation.take(
                        caller,
                        reply.conversation(),
                        context,
                        (now, side) -> about(
                                slot,
                                now,
                                SchedulingSteps.decline(
                                        now,
                                        side,
                                        Decline.because(PrivateText.of(DECLINED)),
                                        roster.now(),
                                        roster.today(
                                                caller.organisation(),
                                                now.participants().employee()))));
            case COUNTERED -> {
                Slot other = slot(reply.proposedStart(), reply.proposedEnd());
                Set<SlotDeviation> outside = deviations.of(caller.organisation(), found, other);
                participation.take(
                        caller,
                        reply.conversation(),
                        context,
                        (now, side) -> about(
                                slot,
                                now,
                                SlotDeviation.refuses(outside, false)
                                        .<Decision<Conversation>>map(Decision.Refused::new)
                                        .orElseGet(() -> SchedulingSteps.reschedule(
                                                now, new Proposal(other, side), roster.now()))));
            }
            case TENTATIVE -> LOG.debug("A person is not sure yet; the question stays open");
        }
    }

    /** Accepts the slot. Agreeing again with what is agreed on changes nothing, and is noted so that it stays so. */
    private void accept(CalendarReplyReceived reply, Slot slot, Caller caller, MessageContext context) {
        Conversation found = participation.find(caller, reply.conversation()).state();
        if (found.status() == ConversationStatus.ACCEPTED && isAbout(slot, found)) {
            participation.take(caller, reply.conversation(), context, (now, side) -> Decision.accept(now));
        } else {
            acceptances.accept(caller, reply.conversation(), slot, false, context);
        }
    }

    /** The step, unless another slot is on the table by now. */
    private static Decision<Conversation> about(Slot slot, Conversation now, Decision<Conversation> step) {
        return isAbout(slot, now) ? step : Decision.refuse("slot-superseded");
    }

    private static boolean isAbout(Slot slot, Conversation now) {
        return Optional.ofNullable(now.appointment().proposal())
                .map(Proposal::slot)
                .filter(slot::equals)
                .isPresent();
    }

    private static Slot slot(@Nullable Instant start, @Nullable Instant end) {
        if (start == null || end == null || !Slot.possible(start, end)) {
            throw new RefusedException(Refusal.of("slot-impossible"));
        }
        return new Slot(start, end);
    }
}
