package nl.klimrek.conversations.cycle.run;

import java.util.Map;
import nl.klimrek.conversations.planning.proposal.PlanningThreads;
import nl.klimrek.servicekit.problem.RefusalStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** Threads for planning, and the HTTP status of an unknown template. */
@Configuration(proxyBeanMethods = false)
class PlanningConfiguration {

    @Bean
    PlanningThreads planningWriters(PlanningSettings settings) {
        return new PlanningThreads(settings.writers());
    }

    @Bean
    RefusalStatus rhythmStatus() {
        return RefusalStatus.of(Map.of("rhythm-template-unknown", HttpStatus.BAD_REQUEST));
    }
}
