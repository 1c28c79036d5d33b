package nl.klimrek.insights;

import java.util.Map;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.insights.coverage.TeamCodes;
import nl.klimrek.insights.history.MinimumGroup;
import nl.klimrek.insights.history.PersonConversations;
import nl.klimrek.servicekit.KlimrekService;
import nl.klimrek.servicekit.ServiceLauncher;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PeopleProjectionConfiguration;
import nl.klimrek.servicekit.problem.RefusalStatus;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;

/** The insights service: group figures that are counted from events alone. */
@KlimrekService
@Import(PeopleProjectionConfiguration.class)
public class InsightsService {

    static final String NAME = "insights";
    static final AggregateType<PersonConversations> TALKS =
            AggregateType.readDocument("talks", PersonConversations.class);

    /** Starts the service with these settings over its own. Returns when it accepts requests. */
    public static ConfigurableApplicationContext start(Map<String, Object> settings) {
        return ServiceLauncher.start(InsightsService.class, NAME, settings);
    }

    public static void main(String[] arguments) {
        ServiceLauncher.run(InsightsService.class, NAME, arguments);
    }

    @Bean
    AggregateStore<PersonConversations> conversations(AggregateStoreFactory stores) {
        return stores.create(TALKS);
    }

    @Bean
    AggregateStore<TeamCodes> teams(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("teams", TeamCodes.class));
    }

    @Bean
    EventHandlers handlers(EventCatalogue catalogue, PeopleProjection people, InsightsListener listener) {
        return listener.register(people.register(new EventHandlers(NAME, catalogue)));
    }

    @Bean
    MinimumGroup minimumGroup(InsightsProperties properties) {
        return properties.group();
    }

    @Bean
    RefusalStatus statuses() {
        return RefusalStatus.of(Map.of("period-invalid", HttpStatus.BAD_REQUEST));
    }
}
