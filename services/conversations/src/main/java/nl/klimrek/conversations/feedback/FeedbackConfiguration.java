package nl.klimrek.conversations.feedback;

import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where feedback is kept. */
@Configuration(proxyBeanMethods = false)
class FeedbackConfiguration {

    @Bean
    AggregateStore<Feedback> feedbackStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("feedback", Feedback.class, Feedback::employee));
    }
}
