package nl.klimrek.conversations;

import java.util.List;
import nl.klimrek.contracts.conversations.CoachEnded;
import nl.klimrek.contracts.conversations.ConversationCancelled;
import nl.klimrek.contracts.conversations.ConversationPlanned;
import nl.klimrek.contracts.conversations.CycleStarted;
import nl.klimrek.contracts.conversations.ExternalCoachEnded;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.conversations.cycle.CycleListProjection;
import nl.klimrek.conversations.cycle.cadence.RhythmService;
import nl.klimrek.conversations.dialogue.overview.OverviewListener;
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
            OverviewListener overviews,
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
        overviews.register(handlers);
        handlers.on(ConversationPlanned.class, succession::planned)
                .on(CoachEnded.class, succession::coachEnded)
                .on(ExternalCoachEnded.class, succession::externalCoachEnded)
                .on(ConversationCancelled.class, succession::cancelled);
        rhythms.register(handlers);
        return development.register(handlers);
    }
}
