package nl.klimrek.conversations.handover;

import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where hand-overs are kept. */
@Configuration(proxyBeanMethods = false)
class HandoverConfiguration {

    @Bean
    AggregateStore<Handover> handoverStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("handovers", Handover.class, Handover::employee));
    }

    @Bean
    AggregateStore<ManagerHistory> lineStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("handover_lines", ManagerHistory.class));
    }
}
