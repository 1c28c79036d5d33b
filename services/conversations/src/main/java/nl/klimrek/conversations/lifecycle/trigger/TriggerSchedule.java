package nl.klimrek.conversations.lifecycle.trigger;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Looks now and then for days that have come and announcements that were not carried out to their end. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TriggerSchedule implements SchedulingConfigurer {

    private final AwaitedDayService awaiting;
    private final AnnouncementService announcements;
    private final TriggerSettings settings;

    TriggerSchedule(AwaitedDayService awaiting, AnnouncementService announcements, TriggerSettings settings) {
        this.awaiting = awaiting;
        this.announcements = announcements;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(awaiting::sweep, settings.sweepEvery(), Duration.ofMinutes(1)));
        tasks.addFixedDelayTask(new FixedDelayTask(announcements::sweep, Duration.ofMinutes(1), Duration.ofMinutes(1)));
    }
}
