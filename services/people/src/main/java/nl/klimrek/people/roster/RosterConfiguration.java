package nl.klimrek.people.roster;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.directory.DirectoryService;
import nl.klimrek.people.duplicates.EmailOwnership;
import nl.klimrek.people.person.EmployeeNumberLink;
import nl.klimrek.people.person.EmployeeNumberRepository;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.readmodel.PersonListRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans of this feature. */
@Configuration(proxyBeanMethods = false)
class RosterConfiguration {
    @Bean
    EmployeeNumberRepository employeeNumbers(AggregateStore<EmployeeNumberLink> numbers) {
        return new EmployeeNumberRepository(numbers);
    }

    @Bean
    Hierarchy hierarchy(EmployeeNumberRepository numbers, AggregateStore<Person> people, PersonListRepository lists) {
        return new Hierarchy(numbers, people, lists);
    }

    @Bean
    EffectiveDateIndex effectiveDates(PersonListRepository lists, Clock clock) {
        return new EffectiveDateIndex(lists, clock);
    }

    @Bean
    PersonRepository personRepository(AggregateStore<Person> people, Hierarchy hierarchy) {
        return new PersonRepository(people, hierarchy);
    }

    @Bean
    RosterService roster(
            EmployeeNumberRepository numbers,
            PersonRepository people,
            Hierarchy hierarchy,
            EffectiveDateIndex effectiveDates,
            DirectoryService directory,
            EmailOwnership emails,
            FutureStarterIndex futureStarters,
            Clock clock) {
        return new RosterService(numbers, people, hierarchy, effectiveDates, directory, emails, futureStarters, clock);
    }

    @Bean
    FutureStarterIndex futureStarters(PersonListRepository lists, AggregateStore<Person> people) {
        return new FutureStarterIndex(lists, people);
    }

    @Bean
    DailyRollover dailyRollover(
            EffectiveDateIndex effectiveDates,
            RosterService roster,
            AggregateStore<RolloverDay> days,
            AggregateStore<RolloverRange> ranges,
            Clock clock,
            MeterRegistry meters) {
        return new DailyRollover(effectiveDates, roster, days, ranges, clock, meters);
    }

    @Bean
    ReportingLineUpdater reportingLines(Hierarchy hierarchy, RosterService roster, PersonRepository people) {
        return new ReportingLineUpdater(hierarchy, roster, people);
    }

    @Bean
    PeopleAccess peopleAccess(RosterService roster) {
        return new PeopleAccess(roster);
    }
}
