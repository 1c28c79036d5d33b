package nl.klimrek.conversations.trigger;

import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where awaited days and announcements are kept. */
@Configuration(proxyBeanMethods = false)
class TriggerStores {

    @Bean
    AggregateStore<Awaited> awaitedStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("awaited", Awaited.class, null, Awaited::due));
    }

    @Bean
    AggregateStore<Announcement> announcementStore(AggregateStoreFactory stores) {
        return stores.create(
                new AggregateType<>("announcements", Announcement.class, Announcement::id, Announcement::waitingSince));
    }
}
