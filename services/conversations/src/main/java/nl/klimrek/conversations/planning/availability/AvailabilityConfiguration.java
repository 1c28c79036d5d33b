package nl.klimrek.conversations.planning.availability;

import nl.klimrek.conversations.planning.availability.OverloadProjection.OverloadList;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where busy times, capacities and overloads are kept. */
@Configuration(proxyBeanMethods = false)
class AvailabilityConfiguration {

    @Bean
    AggregateStore<ManagerCapacity> capacityStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("capacities", ManagerCapacity.class, ManagerCapacity::manager)
                .withSubjectPrefix("capacity-"));
    }

    @Bean
    AggregateStore<ManagerOverload> overloadStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("overloads", ManagerOverload.class, ManagerOverload::manager));
    }

    @Bean
    AggregateStore<OverloadList> overloadListStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("overload_lists", OverloadList.class));
    }
}
