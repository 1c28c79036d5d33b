package nl.klimrek.conversations.dialogue.notes;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.ExternalCoachErased;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.PreparationSteps;
import nl.klimrek.conversations.dialogue.overview.OverviewEntry;
import nl.klimrek.conversations.dialogue.overview.OverviewProjection;
import nl.klimrek.conversations.externalcoach.ExternalCoachRegister;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.conversations.projection.EventSubscriber;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import org.springframework.stereotype.Component;

/** Erases what a former external coach wrote for themselves: private notes, and preparation that was not shared. */
@Component
class ExternalCoachErasure implements EventSubscriber {

    private final AggregateStore<Conversation> conversations;
    private final NotebookRepository notebooks;
    private final OverviewProjection overviews;
    private final ExternalCoachRegister accounts;
    private final CurrentRoster roster;

    ExternalCoachErasure(
            AggregateStore<Conversation> conversations,
            NotebookRepository notebooks,
            OverviewProjection overviews,
            ExternalCoachRegister accounts,
            CurrentRoster roster) {
        this.conversations = conversations;
        this.notebooks = notebooks;
        this.overviews = overviews;
        this.accounts = accounts;
        this.roster = roster;
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.on(ExternalCoachErased.class, this::erased);
    }

    private void erased(ExternalCoachErased fact, EventMeta event) {
        MessageContext context = MessageContext.event(event).withoutMarker();
        for (String conversation : conversationsOf(fact.coach(), fact.employee(), event)) {
            notebooks.deleteAll(event.organisation(), fact.coach(), conversation, context);
            conversations.handle(
                    Key.of(event.organisation(), conversation),
                    context,
                    found -> found.map(now -> PreparationSteps.forgetUnshared(now, Side.COUNTERPART))
                            .orElseGet(Decision::unchanged));
        }
    }

    /** The conversations with a coach; none where there is no such account. */
    private Set<String> conversationsOf(String coach, String employee, EventMeta event) {
        return accounts.find(event.organisation(), coach).stream()
                .flatMap(found -> conversationsSince(found.state().invitation().at(), coach, employee, event))
                .collect(Collectors.toSet());
    }

    private Stream<String> conversationsSince(Instant invited, String coach, String employee, EventMeta event) {
        int first = roster.dayOf(event.organisation(), employee, invited).getYear();
        int last = roster.today(event.organisation(), employee).getYear() + 1;
        return Stream.concat(
                overviews.conversationsOf(event.organisation(), coach).stream(),
                IntStream.rangeClosed(first, last)
                        .boxed()
                        .flatMap(year -> overviews.overOf(event.organisation(), coach, year).stream())
                        .map(OverviewEntry::conversation));
    }
}
