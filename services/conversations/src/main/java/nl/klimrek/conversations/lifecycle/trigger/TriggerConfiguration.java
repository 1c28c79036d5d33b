package nl.klimrek.conversations.lifecycle.trigger;

import java.time.Clock;
import java.time.Duration;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.servicekit.jobs.DueJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where awaited days and announcements are kept, and the jobs that act on them. */
@Configuration(proxyBeanMethods = false)
class TriggerConfiguration {

    @Bean
    AggregateStore<AwaitedDays> awaitedStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("awaited", AwaitedDays.class, null, AwaitedDays::due));
    }

    @Bean
    ClockJob awaitedDayJob(
            AggregateStore<AwaitedDays> awaited, AwaitedDayService days, TriggerSettings settings, Clock clock) {
        return new DueJob("awaited-days", settings.sweepEvery(), awaited, clock, days::look);
    }

    @Bean
    ClockJob announcementJob(AggregateStore<Announcement> announcements, AnnouncementService service, Clock clock) {
        return new DueJob("announcements", Duration.ofMinutes(1), announcements, clock, service::carryOut);
    }

    @Bean
    AggregateStore<Announcement> announcementStore(AggregateStoreFactory stores) {
        return stores.create(
                new AggregateType<>("announcements", Announcement.class, Announcement::id, Announcement::waitingSince));
    }
}
