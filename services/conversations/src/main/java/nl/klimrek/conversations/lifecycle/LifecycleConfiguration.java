package nl.klimrek.conversations.lifecycle;

import java.time.Clock;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.servicekit.jobs.DueJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where departures are kept, and the job that marks missed conversations. */
@Configuration(proxyBeanMethods = false)
class LifecycleConfiguration {

    @Bean
    AggregateStore<Departure> departureStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("departures", Departure.class));
    }

    @Bean
    ClockJob missedWindowJob(
            AggregateStore<Conversation> conversations,
            MissedWindowService windows,
            DeadlineSettings settings,
            Clock clock) {
        return new DueJob("missed-windows", settings.sweepEvery(), conversations, clock, windows::look);
    }
}
