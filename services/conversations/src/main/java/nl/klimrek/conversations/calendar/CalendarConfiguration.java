package nl.klimrek.conversations.calendar;

import java.util.Map;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.servicekit.problem.RefusalStatus;
import nl.klimrek.servicekit.security.PublicPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** Where calendars are kept, and the one path that needs no token: its link is the secret. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    AggregateStore<BusyTimes> busyTimesStore(AggregateStoreFactory stores) {
        return stores.create(
                new AggregateType<>("busy_times", BusyTimes.class, BusyTimes::person).withSubjectPrefix("busy-"));
    }

    @Bean
    AggregateStore<CalendarFeed> calendarFeedStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("calendar_feeds", CalendarFeed.class, CalendarFeed::person)
                .withSubjectPrefix("calendar-"));
    }

    @Bean
    AggregateStore<CalendarEntries> momentStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("calendar_moments", CalendarEntries.class));
    }

    @Bean
    PublicPath calendarLink() {
        return new PublicPath("/api/conversations/calendar/*.ics");
    }

    @Bean
    RefusalStatus busyStatus() {
        return RefusalStatus.of(Map.of(
                "busy-impossible",
                HttpStatus.BAD_REQUEST,
                "busy-file-unreadable",
                HttpStatus.BAD_REQUEST,
                "busy-file-too-large",
                HttpStatus.BAD_REQUEST));
    }
}
