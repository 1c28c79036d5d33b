package nl.klimrek.conversations.planning.proposal;

import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where it is kept what the planner gave out. */
@Configuration(proxyBeanMethods = false)
class ProposalConfiguration {

    @Bean
    AggregateStore<Diary> diaryStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("diaries", Diary.class));
    }
}
