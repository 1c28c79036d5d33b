package nl.klimrek.conversations.questions;

import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where own questions, what people like and what they talked about are kept. */
@Configuration(proxyBeanMethods = false)
class QuestionConfiguration {

    @Bean
    AggregateStore<OrganisationQuestionBank> ownBankStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>(
                "question_banks", OrganisationQuestionBank.class, bank -> QuestionBankRepository.OWN));
    }
}
