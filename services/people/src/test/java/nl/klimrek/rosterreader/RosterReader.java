package nl.klimrek.rosterreader;

import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.servicekit.KlimrekService;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PeopleProjectionConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A service that keeps the roster from events alone. Its package is its own, because a service finds its beans by package. */
@KlimrekService
@Import(PeopleProjectionConfiguration.class)
public class RosterReader {

    /** A consumer group that the declaration of the topic names. */
    public static final String GROUP = "insights";

    @Bean
    EventHandlers handlers(EventCatalogue catalogue, PeopleProjection people) {
        return people.register(new EventHandlers(GROUP, catalogue));
    }
}
