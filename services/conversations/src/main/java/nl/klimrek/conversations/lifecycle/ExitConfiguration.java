package nl.klimrek.conversations.lifecycle;

import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where departures are kept. */
@Configuration(proxyBeanMethods = false)
class ExitConfiguration {

    @Bean
    AggregateStore<Departure> departureStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("departures", Departure.class));
    }
}
