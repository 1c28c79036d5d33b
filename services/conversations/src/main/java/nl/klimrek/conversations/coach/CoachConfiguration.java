package nl.klimrek.conversations.coach;

import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where coaches are kept. */
@Configuration(proxyBeanMethods = false)
class CoachConfiguration {

    @Bean
    AggregateStore<Coach> coachStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("coaches", Coach.class, Coach::person));
    }
}
