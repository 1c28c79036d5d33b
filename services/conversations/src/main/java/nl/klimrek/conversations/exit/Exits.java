package nl.klimrek.conversations.exit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import nl.klimrek.contracts.conversations.CancelReason;
import nl.klimrek.contracts.conversations.ConversationPlanned;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.conversations.Following;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationIds;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.dialogue.Plan;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.dialogue.Window;
import nl.klimrek.conversations.roster.Roster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.servicekit.people.PersonProfile;
import org.springframework.stereotype.Component;

/**
 * Plans a conversation in the last weeks of whoever's last day is known: once, moving with that day, and gone when the day
 * is withdrawn. What was held stays. What the two cancelled themselves is not planned again for the same departure.
 *
 * <p>Each fact only makes it look again at what is known now, so facts may come late, twice or out of order. Somebody
 * without a manager gets the conversation when they have one, or when that one is heard of.
 */
@Component
class Exits implements Following {

    private final AggregateStore<Departure> departures;
    private final AggregateStore<Conversation> conversations;
    private final Roster roster;
    private final ExitSettings settings;

    Exits(
            AggregateStore<Departure> departures,
            AggregateStore<Conversation> conversations,
            Roster roster,
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
            plan(person, departure, event);
        } else {
            ZoneId zone = roster.zoneOf(organisation, person);
            LocalDate today = roster.today(organisation, person);
            step(
                    event,
                    departure.conversation(),
                    now -> now.status().ahead()
                                    && !lastDay.isBefore(today)
                                    && !now.appointment().window().until().equals(lastDay)
                            ? now.move(window(lastDay, today), today, zone)
                            : Decision.unchanged());
        }
    }

    private void plan(String person, Departure departure, EventMeta event) {
        LocalDate today = roster.today(event.organisation(), person);
        if (departure.lastDay().isBefore(today)) {
            return;
        }
        roster.managerOf(event.organisation(), person).ifPresent(manager -> {
            String id =
                    ConversationIds.ofTrigger(ConversationReason.LEAVING, person, Integer.toString(departure.round()));
            Plan plan = new Plan(id, ConversationType.EXIT, ConversationReason.LEAVING, null, null);
            conversations.handle(
                    Key.of(event.organisation(), id),
                    MessageContext.event(event).withoutMarker(),
                    found -> found.isPresent()
                            ? Decision.unchanged()
                            : Conversation.planned(
                                    plan,
                                    Participants.of(person, manager, Relation.LINE),
                                    window(departure.lastDay(), today),
                                    today));
            change(event, person, now -> now.round() == departure.round() ? now.with(id) : Decision.unchanged());
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

    private void step(EventMeta event, String conversation, Function<Conversation, Decision<Conversation>> step) {
        if (conversation != null) {
            conversations.handle(
                    Key.of(event.organisation(), conversation),
                    MessageContext.event(event).withoutMarker(),
                    found -> found.map(step).orElseGet(Decision::unchanged));
        }
    }
}
