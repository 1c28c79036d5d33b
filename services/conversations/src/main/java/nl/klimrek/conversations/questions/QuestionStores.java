package nl.klimrek.conversations.questions;

import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where own questions, what people like and what they talked about are kept. */
@Configuration(proxyBeanMethods = false)
class QuestionStores {

    @Bean
    AggregateStore<OwnBank> ownBankStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("question_banks", OwnBank.class, bank -> KnownQuestions.OWN));
    }

    @Bean
    AggregateStore<Liking> likingStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("question_likings", Liking.class));
    }

    @Bean
    AggregateStore<Talks> talkStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("talks", Talks.class));
    }
}
