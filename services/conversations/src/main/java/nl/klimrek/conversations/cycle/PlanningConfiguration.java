package nl.klimrek.conversations.cycle;

import nl.klimrek.conversations.planning.proposal.Writers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What planning writes with. */
@Configuration(proxyBeanMethods = false)
class PlanningConfiguration {

    @Bean
    Writers planningWriters(PlanningSettings settings) {
        return new Writers(settings.writers());
    }
}
