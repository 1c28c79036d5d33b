package nl.klimrek.people.signin;

import java.time.Clock;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.duplicates.EmailOwnership;
import nl.klimrek.people.person.EmployeeNumberRepository;
import nl.klimrek.people.readmodel.MemberIndexFactory;
import nl.klimrek.people.roster.RosterService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans of this feature. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {
    @Bean
    SignInService signIns(
            AggregateStore<SignIn> signIns,
            AggregateStore<SignInClaims> holders,
            MemberIndexFactory indexes,
            EmployeeNumberRepository numbers,
            EmailOwnership emails,
            RosterService roster,
            Clock clock) {
        return new SignInService(
                signIns, holders, indexes.of("sign-ins"), new SignInPersonFinder(numbers, emails, roster), clock);
    }
}
