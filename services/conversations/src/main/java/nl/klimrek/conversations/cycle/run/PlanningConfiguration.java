package nl.klimrek.conversations.cycle.run;

import java.util.Map;
import nl.klimrek.conversations.planning.proposal.PlanningThreads;
import nl.klimrek.servicekit.problem.RefusalStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What planning writes with, and how a policy that can not be is answered. */
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
