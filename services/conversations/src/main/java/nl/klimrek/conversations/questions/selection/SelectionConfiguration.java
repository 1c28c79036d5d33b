package nl.klimrek.conversations.questions.selection;

import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stores of question preferences and of what people discussed. */
@Configuration(proxyBeanMethods = false)
class SelectionConfiguration {

    @Bean
    AggregateStore<QuestionPreference> likingStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("question_likings", QuestionPreference.class));
    }

    @Bean
    AggregateStore<PairHistory> talkStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("talks", PairHistory.class));
    }
}
