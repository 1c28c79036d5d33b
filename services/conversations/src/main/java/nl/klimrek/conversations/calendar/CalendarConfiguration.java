package nl.klimrek.conversations.calendar;

import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.servicekit.security.PublicPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where calendars are kept, and the one path that needs no token: its link is the secret. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    AggregateStore<CalendarFeed> calendarFeedStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("calendar_feeds", CalendarFeed.class, CalendarFeed::person));
    }

    @Bean
    AggregateStore<Moments> momentStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("calendar_moments", Moments.class));
    }

    @Bean
    PublicPath calendarLink() {
        return new PublicPath("/api/conversations/calendar/*.ics");
    }
}
