package nl.klimrek.conversations.deadline;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Looks for passed windows now and then, not in the busy first minute after a start. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DeadlineClock implements SchedulingConfigurer {

    private final MissedWindows windows;
    private final DeadlineSettings settings;

    DeadlineClock(MissedWindows windows, DeadlineSettings settings) {
        this.windows = windows;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(windows::sweep, settings.sweepEvery(), Duration.ofMinutes(1)));
    }
}
