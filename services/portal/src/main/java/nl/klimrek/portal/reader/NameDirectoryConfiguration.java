package nl.klimrek.portal.reader;

import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.inbox.EventHandlers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The portal listens to the directory and nothing else. */
@Configuration(proxyBeanMethods = false)
class NameDirectoryConfiguration {
    @Bean
    NameDirectory nameDirectory(AggregateStoreFactory stores, PersonErasureListener listener) {
        return new NameDirectory(
                stores.create(AggregateType.readDocument("names", ListedPerson.class)),
                stores.create(AggregateType.readDocument("team_names", TeamName.class)),
                listener);
    }

    @Bean
    EventHandlers handlers(
            NameDirectory names, EventCatalogue catalogue, @Value("${spring.kafka.consumer.group-id}") String group) {
        return names.register(new EventHandlers(group, catalogue));
    }
}
