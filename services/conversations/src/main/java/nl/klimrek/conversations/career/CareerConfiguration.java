package nl.klimrek.conversations.career;

import java.time.Clock;
import java.time.Duration;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.servicekit.jobs.DueJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where invitations are kept, and the job that looks at those whose day has come. */
@Configuration(proxyBeanMethods = false)
class CareerConfiguration {

    private static final Duration SWEEP_EVERY = Duration.ofMinutes(15);

    @Bean
    AggregateStore<CareerInvitation> careerInvitationStore(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>(
                "career_invitations", CareerInvitation.class, CareerInvitation::employee, CareerInvitation::dueAt));
    }

    @Bean
    ClockJob careerInvitationJob(
            AggregateStore<CareerInvitation> invitations, CareerInvitationService service, Clock clock) {
        return new DueJob("career-invitations", SWEEP_EVERY, invitations, clock, service::look);
    }
}
