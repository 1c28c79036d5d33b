package nl.klimrek.reminders.invitation;

import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where meetings are kept. */
@Configuration(proxyBeanMethods = false)
class InvitationConfiguration {

    @Bean
    AggregateStore<Meeting> meetingStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("meetings", Meeting.class, null, Meeting::dueAt));
    }
}
