package nl.klimrek.conversations.cycle.run;

import java.time.Duration;
import java.util.Map;
import nl.klimrek.conversations.planning.proposal.PlanningThreads;
import nl.klimrek.servicekit.problem.RefusalStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;

/** Threads and schedule of planning, and the HTTP status of an unknown template. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PlanningConfiguration {

    @Bean
    PlanningThreads planningWriters(PlanningSettings settings) {
        return new PlanningThreads(settings.writers());
    }

    @Bean
    SchedulingConfigurer planningSchedule(PlanningService plannings) {
        return tasks -> tasks.addFixedDelayTask(
                new FixedDelayTask(plannings::resume, Duration.ofSeconds(30), Duration.ofSeconds(5)));
    }

    @Bean
    RefusalStatus rhythmStatus() {
        return RefusalStatus.of(Map.of("rhythm-template-unknown", HttpStatus.BAD_REQUEST));
    }
}
