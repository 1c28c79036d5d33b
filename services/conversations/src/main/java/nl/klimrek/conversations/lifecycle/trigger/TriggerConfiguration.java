package nl.klimrek.conversations.lifecycle.trigger;

import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where awaited days and announcements are kept. */
@Configuration(proxyBeanMethods = false)
class TriggerConfiguration {

    @Bean
    AggregateStore<AwaitedDays> awaitedStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("awaited", AwaitedDays.class, null, AwaitedDays::due));
    }

    @Bean
    AggregateStore<Announcement> announcementStore(AggregateStoreFactory stores) {
        return stores.create(
                new AggregateType<>("announcements", Announcement.class, Announcement::id, Announcement::waitingSince));
    }
}
