package nl.klimrek.conversations.lifecycle;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Looks for passed windows now and then, not in the busy first minute after a start. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DeadlineSchedule implements SchedulingConfigurer {

    private final MissedWindowSweep windows;
    private final DeadlineSettings settings;

    DeadlineSchedule(MissedWindowSweep windows, DeadlineSettings settings) {
        this.windows = windows;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(windows::sweep, settings.sweepEvery(), Duration.ofMinutes(1)));
    }
}
