package nl.klimrek.conversations;

import java.util.List;
import nl.klimrek.contracts.conversations.AgendaPointAdded;
import nl.klimrek.contracts.conversations.AgendaPointRemoved;
import nl.klimrek.contracts.conversations.AgreementDropped;
import nl.klimrek.contracts.conversations.AgreementKept;
import nl.klimrek.contracts.conversations.AgreementMade;
import nl.klimrek.contracts.conversations.ConversationAccepted;
import nl.klimrek.contracts.conversations.ConversationCancelled;
import nl.klimrek.contracts.conversations.ConversationClosed;
import nl.klimrek.contracts.conversations.ConversationConfirmed;
import nl.klimrek.contracts.conversations.ConversationDeclined;
import nl.klimrek.contracts.conversations.ConversationHeld;
import nl.klimrek.contracts.conversations.ConversationInvited;
import nl.klimrek.contracts.conversations.ConversationMissed;
import nl.klimrek.contracts.conversations.ConversationPlanned;
import nl.klimrek.contracts.conversations.ConversationRecorded;
import nl.klimrek.contracts.conversations.ConversationRescheduled;
import nl.klimrek.contracts.conversations.CounterpartParted;
import nl.klimrek.contracts.conversations.CycleStarted;
import nl.klimrek.contracts.conversations.NoteShared;
import nl.klimrek.contracts.conversations.PreparationSaved;
import nl.klimrek.contracts.conversations.PreparationShared;
import nl.klimrek.contracts.conversations.QuestionSwapped;
import nl.klimrek.contracts.conversations.StatementAdded;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.conversations.cycle.CycleListProjection;
import nl.klimrek.conversations.cycle.cadence.RhythmService;
import nl.klimrek.conversations.dialogue.overview.OverviewProjection;
import nl.klimrek.conversations.lifecycle.SuccessionService;
import nl.klimrek.conversations.lifecycle.trigger.DevelopmentTriggers;
import nl.klimrek.conversations.lifecycle.trigger.RosterTriggers;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.conversations.projection.EventSubscriber;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.servicekit.people.PeopleProjection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What this service hears: people, whom conversations follow, and its own facts, which its lists follow. A conversation is
 * first shown in the lists and then judged by the roster, so that whichever is heard later sees the other.
 */
@Configuration(proxyBeanMethods = false)
class ConversationsInbox {

    @Bean
    EventHandlers handlers(
            EventCatalogue catalogue,
            PeopleProjection people,
            OverviewProjection agendas,
            CycleListProjection cycles,
            CurrentRoster known,
            SuccessionService succession,
            RhythmService rhythms,
            RosterTriggers roster,
            DevelopmentTriggers development,
            List<EventSubscriber> following) {
        EventHandlers handlers = new EventHandlers(ConversationsService.NAME, catalogue);
        people.register(roster.registerBefore(handlers))
                .on(PersonLeft.class, succession::left)
                .on(PersonChanged.class, succession::changed);
        known.onManagerHeard(handlers, succession::managerHeard);
        roster.registerAfter(handlers);
        handlers.on(CycleStarted.class, cycles::started);
        following.forEach(feature -> feature.register(handlers));
        shown(handlers, agendas);
        handlers.on(ConversationPlanned.class, succession::planned)
                .on(ConversationCancelled.class, succession::cancelled);
        rhythms.register(handlers);
        return development.register(handlers);
    }

    /** The event's subject is the conversation, whatever the fact. */
    private static void shown(EventHandlers handlers, OverviewProjection agendas) {
        List.of(
                        ConversationPlanned.class,
                        ConversationInvited.class,
                        ConversationAccepted.class,
                        ConversationRescheduled.class,
                        ConversationDeclined.class,
                        ConversationMissed.class,
                        CounterpartParted.class,
                        QuestionSwapped.class,
                        AgendaPointAdded.class,
                        AgendaPointRemoved.class,
                        NoteShared.class,
                        StatementAdded.class,
                        PreparationSaved.class,
                        PreparationShared.class,
                        ConversationHeld.class,
                        ConversationRecorded.class,
                        ConversationConfirmed.class,
                        AgreementMade.class,
                        AgreementKept.class,
                        AgreementDropped.class,
                        ConversationClosed.class,
                        ConversationCancelled.class)
                .forEach(type ->
                        handlers.on(type, (fact, event) -> agendas.show(event.organisation(), event.subject())));
    }
}
