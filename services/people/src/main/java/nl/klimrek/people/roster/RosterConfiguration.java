package nl.klimrek.people.roster;

import java.time.Clock;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.control.EarlierIds;
import nl.klimrek.people.directory.DirectoryService;
import nl.klimrek.people.duplicates.EmailOwnership;
import nl.klimrek.people.person.EmployeeNumberLink;
import nl.klimrek.people.person.EmployeeNumberRepository;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.person.RestoredPersonIds;
import nl.klimrek.people.readmodel.PersonListRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans of this feature. */
@Configuration(proxyBeanMethods = false)
class RosterConfiguration {
    @Bean
    EmployeeNumberRepository employeeNumbers(
            AggregateStore<EmployeeNumberLink> numbers, EarlierIds earlierIds, Clock clock) {
        return new EmployeeNumberRepository(numbers, new RestoredPersonIds(earlierIds, clock));
    }

    @Bean
    Hierarchy hierarchy(EmployeeNumberRepository numbers, AggregateStore<Person> people, PersonListRepository lists) {
        return new Hierarchy(numbers, people, lists);
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
            DirectoryService directory,
            EmailOwnership emails,
            FutureStarterIndex futureStarters,
            Clock clock) {
        return new RosterService(numbers, people, hierarchy, directory, emails, futureStarters, clock);
    }

    @Bean
    FutureStarterIndex futureStarters(PersonListRepository lists, AggregateStore<Person> people) {
        return new FutureStarterIndex(lists, people);
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
