package nl.klimrek.conversations.appointment;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.appointment.ReservationService.Taken;
import nl.klimrek.conversations.calendar.CalendarEntries;
import nl.klimrek.conversations.calendar.CalendarEntry.Standing;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationStatus;
import nl.klimrek.conversations.dialogue.SchedulingSteps;
import nl.klimrek.conversations.dialogue.scheduling.Acceptance;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.conversations.dialogue.steps.Participation;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Accepts a slot, after the time of both is reserved. Somebody who has another conversation then is told which and when, and
 * about the other side only that its time is taken.
 */
@Component
class AcceptanceService {

    private static final int MAX_ATTEMPTS = 5;

    private final Participation participation;
    private final ReservationService reservations;
    private final AggregateStore<CalendarEntries> calendars;
    private final AggregateStore<Conversation> conversations;
    private final CurrentRoster roster;

    AcceptanceService(
            Participation participation,
            ReservationService reservations,
            AggregateStore<CalendarEntries> calendars,
            AggregateStore<Conversation> conversations,
            CurrentRoster roster) {
        this.participation = participation;
        this.reservations = reservations;
        this.calendars = calendars;
        this.conversations = conversations;
        this.roster = roster;
    }

    /**
     * Accepts the current proposal.
     *
     * @param seen slot that the caller agrees with; null for the current one
     * @param outside whether the caller knows that it may be outside the window or somebody's working time
     */
    Versioned<Conversation> accept(
            Caller caller, String id, @Nullable Slot seen, boolean outside, MessageContext context) {
        for (int attempt = 1; ; attempt++) {
            Versioned<Conversation> found = participation.find(caller, id);
            Side side = participation.require(caller, found.state());
            Acceptance acceptance =
                    new Acceptance(seen, found.state().appointment().round(), outside);
            boolean current = context.expectedVersion().isEmpty()
                    || context.expectedVersion().getAsLong() == found.version();
            if (current && SchedulingSteps.accept(found.state(), side, acceptance) instanceof Decision.Accepted) {
                reserve(caller, found.state(), context);
            }
            try {
                return participation.take(
                        caller, id, context, (now, by) -> SchedulingSteps.accept(now, by, acceptance));
            } catch (RefusedException refused) {
                if (attempt == MAX_ATTEMPTS || !onlyRoundChanged(caller, id, found.state())) {
                    throw refused;
                }
            }
        }
    }

    /** Whether the same proposal is in another round, because what was reserved for the earlier one was too late. */
    private boolean onlyRoundChanged(Caller caller, String id, Conversation before) {
        Conversation now = participation.find(caller, id).state();
        return now.status() == ConversationStatus.INVITED
                && before.status() == ConversationStatus.INVITED
                && now.appointment().round() != before.appointment().round()
                && now.appointment()
                        .requireProposal()
                        .equals(before.appointment().requireProposal());
    }

    private void reserve(Caller caller, Conversation now, MessageContext context) {
        Organisation organisation = caller.organisation();
        // Where both have another conversation, somebody reads of their own.
        List<String> people = Stream.of(
                        now.participants().employee(), now.participants().counterpart())
                .sorted(Comparator.comparing(person -> !person.equals(caller.person())))
                .toList();
        String id = now.plan().conversation();
        Slot slot = now.appointment().requireProposal().slot();
        accepted(organisation, people, id, slot)
                .or(() -> reservations.reserve(
                        organisation, people, id, slot, now.appointment().round(), context))
                .ifPresent(taken -> {
                    throw new RefusedException(refusal(caller, taken));
                });
    }

    /** What was accepted before times were reserved, or by an instance of a version that reserves none. */
    private Optional<Taken> accepted(Organisation organisation, List<String> people, String id, Slot slot) {
        Map<Key, Versioned<CalendarEntries>> found = calendars.findAllByKey(
                people.stream().map(person -> Key.of(organisation, person)).toList());
        return people.stream()
                .flatMap(person -> Optional.ofNullable(found.get(Key.of(organisation, person))).stream()
                        .flatMap(entries -> entries.state().byConversation().values().stream())
                        .filter(entry -> entry.standing() == Standing.CONFIRMED
                                && !entry.conversation().equals(id)
                                && entry.start().isBefore(slot.end())
                                && slot.start().isBefore(entry.end()))
                        .flatMap(entry -> stands(organisation, person, entry.conversation(), slot)))
                .findFirst();
    }

    /** The lists follow events; the conversation itself decides. */
    private Stream<Taken> stands(Organisation organisation, String person, String conversation, Slot slot) {
        return conversations
                .find(Key.of(organisation, conversation))
                .map(Versioned::state)
                .filter(now -> now.status() == ConversationStatus.ACCEPTED)
                .map(now -> now.appointment().requireProposal().slot())
                .filter(other -> other.overlaps(slot))
                .map(other -> new Taken(person, conversation, other))
                .stream();
    }

    private Refusal refusal(Caller caller, Taken taken) {
        if (!taken.person().equals(caller.person())) {
            return Refusal.of("slot-taken-other");
        }
        ZoneId zone = roster.zoneOf(caller.organisation(), caller.person());
        ZonedDateTime start = taken.slot().start().atZone(zone);
        return Refusal.of(
                "slot-taken",
                "conversation",
                taken.conversation(),
                "slotStart",
                taken.slot().start().toString(),
                "slotEnd",
                taken.slot().end().toString(),
                "day",
                start.toLocalDate().toString(),
                "from",
                start.toLocalTime().toString(),
                "until",
                taken.slot().end().atZone(zone).toLocalTime().toString());
    }
}
