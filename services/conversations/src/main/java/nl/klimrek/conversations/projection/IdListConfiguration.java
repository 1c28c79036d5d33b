package nl.klimrek.conversations.projection;

import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where lists are kept. */
@Configuration(proxyBeanMethods = false)
class IdListConfiguration {

    @Bean
    AggregateStore<IdList> idListStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("id_lists", IdList.class));
    }
}
