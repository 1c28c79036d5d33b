package nl.klimrek.conversations.trigger;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Looks now and then for days that have come and announcements that were not carried out to their end. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TriggerClock implements SchedulingConfigurer {

    private final Awaiting awaiting;
    private final Announcements announcements;
    private final TriggerSettings settings;

    TriggerClock(Awaiting awaiting, Announcements announcements, TriggerSettings settings) {
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
