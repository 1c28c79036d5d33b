package nl.klimrek.insights;

import java.util.Map;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.insights.coverage.CoverageListener;
import nl.klimrek.insights.coverage.TalksOfPerson;
import nl.klimrek.insights.coverage.Teams;
import nl.klimrek.insights.shift.MonthOfPeople;
import nl.klimrek.servicekit.KlimrekService;
import nl.klimrek.servicekit.ServiceLauncher;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PeopleProjectionConfiguration;
import nl.klimrek.servicekit.problem.RefusalStatus;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;

/** The insights service. */
@KlimrekService
@Import(PeopleProjectionConfiguration.class)
public class InsightsService {

    static final String NAME = "insights";

    /** Starts it with these settings over its own. */
    public static ConfigurableApplicationContext start(Map<String, Object> settings) {
        return ServiceLauncher.start(InsightsService.class, NAME, settings);
    }

    public static void main(String[] arguments) {
        ServiceLauncher.run(InsightsService.class, NAME, arguments);
    }

    @Bean
    AggregateStore<TalksOfPerson> talks(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("talks", TalksOfPerson.class));
    }

    @Bean
    AggregateStore<MonthOfPeople> months(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("shift_months", MonthOfPeople.class));
    }

    @Bean
    AggregateStore<Teams> teams(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("teams", Teams.class));
    }

    @Bean
    EventHandlers handlers(EventCatalogue catalogue, PeopleProjection people, CoverageListener coverage) {
        return coverage.register(people.register(new EventHandlers(NAME, catalogue)));
    }

    @Bean
    RefusalStatus statuses() {
        return RefusalStatus.of(Map.of("period-invalid", HttpStatus.BAD_REQUEST));
    }
}
