package nl.klimrek.conversations.lifecycle;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import nl.klimrek.contracts.conversations.CancelReason;
import nl.klimrek.contracts.conversations.ConversationPlanned;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationIds;
import nl.klimrek.conversations.dialogue.ConversationPlan;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.dialogue.SchedulingSteps;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.conversations.projection.EventSubscriber;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.servicekit.people.PersonProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Plans an exit conversation when the last day of an employee is known. It moves with that day and is cancelled when
 * the day is withdrawn. One that took place stays, and one that the participants cancelled is not planned again.
 *
 * <p>Each event only triggers a new look at the present roster, so events may be late, replayed or out of order. An
 * employee without a manager gets the conversation as soon as there is one.
 */
@Component
class ExitConversationPlanner implements EventSubscriber {

    private final AggregateStore<Departure> departures;
    private final AggregateStore<Conversation> conversations;
    private final CurrentRoster roster;
    private final ExitSettings settings;

    ExitConversationPlanner(
            AggregateStore<Departure> departures,
            AggregateStore<Conversation> conversations,
            CurrentRoster roster,
            ExitSettings settings) {
        this.departures = departures;
        this.conversations = conversations;
        this.roster = roster;
        this.settings = settings;
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.on(PersonJoined.class, (joined, event) -> look(joined.person(), event))
                .on(PersonChanged.class, (change, event) -> look(change.person(), event))
                .on(ConversationPlanned.class, this::planned);
        roster.onManagerHeard(handlers, (report, event) -> look(report.person(), event));
    }

    /** With a new manager another conversation takes this one's place; it is the one to move from then on. */
    private void planned(ConversationPlanned planned, EventMeta event) {
        if (planned.type() != ConversationType.EXIT) {
            return;
        }
        change(
                event,
                planned.employee(),
                now -> now.conversation() != null
                                && planned.conversation().equals(ConversationIds.successor(now.conversation()))
                        ? now.with(planned.conversation())
                        : Decision.unchanged());
        look(planned.employee(), event);
    }

    private void look(String person, EventMeta event) {
        Organisation organisation = event.organisation();
        PersonProfile known = roster.employed(organisation, person).orElse(null);
        if (known == null) {
            return;
        }
        LocalDate lastDay = known.endDate();
        Departure departure = change(event, person, now -> now.expects(lastDay));
        if (departure == null) {
            return;
        }
        if (lastDay == null) {
            step(
                    event,
                    departure.conversation(),
                    now -> now.status().ahead()
                            ? now.cancel(CancelReason.NO_LONGER_NEEDED, null)
                            : Decision.unchanged());
        } else if (departure.conversation() == null) {
            plan(person, departure.round(), lastDay, event);
        } else {
            ZoneId zone = roster.zoneOf(organisation, person);
            LocalDate today = roster.today(organisation, person);
            step(
                    event,
                    departure.conversation(),
                    now -> now.status().ahead()
                                    && !lastDay.isBefore(today)
                                    && !now.appointment().window().until().equals(lastDay)
                            ? SchedulingSteps.move(now, window(lastDay, today), today, zone)
                            : Decision.unchanged());
        }
    }

    private void plan(String person, int round, LocalDate lastDay, EventMeta event) {
        LocalDate today = roster.today(event.organisation(), person);
        if (lastDay.isBefore(today)) {
            return;
        }
        roster.managerOf(event.organisation(), person).ifPresent(manager -> {
            String id = ConversationIds.ofTrigger(ConversationReason.LEAVING, person, Integer.toString(round));
            ConversationPlan plan =
                    new ConversationPlan(id, ConversationType.EXIT, ConversationReason.LEAVING, null, null);
            conversations.handle(
                    Key.of(event.organisation(), id),
                    MessageContext.event(event).withoutMarker(),
                    found -> found.isPresent()
                            ? Decision.unchanged()
                            : Conversation.planned(
                                    plan,
                                    Participants.of(person, manager, Relation.LINE),
                                    window(lastDay, today),
                                    today));
            change(event, person, now -> now.round() == round ? now.with(id) : Decision.unchanged());
        });
    }

    private Window window(LocalDate lastDay, LocalDate today) {
        LocalDate first = lastDay.minusDays(settings.lastDays() - 1L);
        return new Window(first.isBefore(today) ? today : first, lastDay);
    }

    private Departure change(EventMeta event, String person, Function<Departure, Decision<Departure>> change) {
        return departures
                .handle(
                        Key.of(event.organisation(), person),
                        MessageContext.event(event).withoutMarker(),
                        known -> change.apply(known.orElse(Departure.NONE)))
                .state();
    }

    private void step(
            EventMeta event, @Nullable String conversation, Function<Conversation, Decision<Conversation>> step) {
        if (conversation != null) {
            conversations.handle(
                    Key.of(event.organisation(), conversation),
                    MessageContext.event(event).withoutMarker(),
                    found -> found.map(step).orElseGet(Decision::unchanged));
        }
    }
}
