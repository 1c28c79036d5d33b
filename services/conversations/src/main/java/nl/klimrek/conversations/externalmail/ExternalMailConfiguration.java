package nl.klimrek.conversations.externalmail;

import java.time.Clock;
import nl.klimrek.conversations.externalcoach.ExternalCoach;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.servicekit.jobs.DueJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that sends messages to external coaches and lets their accounts end. */
@Configuration(proxyBeanMethods = false)
class ExternalMailConfiguration {

    @Bean
    ClockJob externalCoachJob(
            AggregateStore<ExternalCoach> accounts, ExternalMailJob job, ExternalMailSettings settings, Clock clock) {
        return new DueJob("external-coaches", settings.pollInterval(), accounts, clock, job::process);
    }
}
