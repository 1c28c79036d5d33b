package nl.klimrek.conversations.calendar;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import nl.klimrek.contracts.conversations.ConversationAccepted;
import nl.klimrek.contracts.conversations.ConversationCancelled;
import nl.klimrek.contracts.conversations.ConversationDeclined;
import nl.klimrek.contracts.conversations.ConversationInvited;
import nl.klimrek.contracts.conversations.ConversationMissed;
import nl.klimrek.contracts.conversations.ConversationRescheduled;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.conversations.projection.EventSubscriber;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import org.springframework.stereotype.Component;

/** Keeps the calendar of each person up to date from this service's own events. */
@Component
class CalendarProjection implements EventSubscriber {

    private final AggregateStore<CalendarEntries> moments;
    private final AggregateStore<Conversation> conversations;
    private final CurrentRoster roster;
    private final CalendarSettings settings;
    private final Clock clock;

    CalendarProjection(
            AggregateStore<CalendarEntries> moments,
            AggregateStore<Conversation> conversations,
            CurrentRoster roster,
            CalendarSettings settings,
            Clock clock) {
        this.moments = moments;
        this.conversations = conversations;
        this.roster = roster;
        this.settings = settings;
        this.clock = clock;
    }

    /** A slot comes, moves or falls away with one of these; the event's subject is the conversation. */
    @Override
    public void register(EventHandlers handlers) {
        List.of(
                        ConversationInvited.class,
                        ConversationRescheduled.class,
                        ConversationAccepted.class,
                        ConversationDeclined.class,
                        ConversationMissed.class,
                        ConversationCancelled.class)
                .forEach(type -> handlers.on(type, (fact, event) -> show(event)));
    }

    /** What is in somebody's calendar now, in order of time; of a manager only what concerns present reports. */
    List<CalendarEntry> of(Organisation organisation, String person) {
        Instant since = clock.instant().minus(settings.past());
        Set<String> reports = roster.reportsOf(organisation, person);
        return moments
                .find(Key.of(organisation, person))
                .map(Versioned::state)
                .orElse(CalendarEntries.NONE)
                .byConversation()
                .values()
                .stream()
                .filter(moment -> !moment.end().isBefore(since))
                .filter(moment -> moment.side() == Side.EMPLOYEE
                        || moment.relation() == Relation.OUTSIDE
                        || moment.standing() == CalendarEntry.Standing.CANCELLED
                        || reports.contains(moment.employee()))
                .sorted(Comparator.comparing(CalendarEntry::start).thenComparing(CalendarEntry::conversation))
                .toList();
    }

    private void show(EventMeta event) {
        Instant since = clock.instant().minus(settings.past());
        conversations.find(Key.of(event.organisation(), event.subject())).ifPresent(now -> {
            for (Side side : Side.values()) {
                moments.handle(
                        Key.of(event.organisation(), now.state().participants().person(side)),
                        MessageContext.event(event).withoutMarker(),
                        found -> found.orElse(CalendarEntries.NONE)
                                .showing(now, side, event.sequence(), event.time(), since));
            }
        });
    }
}
