package nl.klimrek.portal.names;

import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.inbox.EventHandlers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The portal listens to the directory and nothing else. */
@Configuration(proxyBeanMethods = false)
class NamesConfiguration {
    @Bean
    NameBook nameBook(AggregateStoreFactory stores, ErasureListener listener) {
        return new NameBook(
                stores.create(AggregateType.readDocument("names", Listed.class)),
                stores.create(AggregateType.readDocument("team_names", TeamName.class)),
                listener);
    }

    @Bean
    EventHandlers handlers(
            NameBook names, EventCatalogue catalogue, @Value("${spring.kafka.consumer.group-id}") String group) {
        return names.register(new EventHandlers(group, catalogue));
    }
}
