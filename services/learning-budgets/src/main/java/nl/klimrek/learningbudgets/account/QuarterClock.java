package nl.klimrek.learningbudgets.account;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Looks every hour whether a quarter is over, not in the busy first minutes after a start. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class QuarterClock implements SchedulingConfigurer {

    private final QuarterEndSweep quarters;

    QuarterClock(QuarterEndSweep quarters) {
        this.quarters = quarters;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(quarters::sweep, Duration.ofHours(1), Duration.ofMinutes(3)));
    }
}
