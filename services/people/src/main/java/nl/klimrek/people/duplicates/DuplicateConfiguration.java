package nl.klimrek.people.duplicates;

import java.time.Clock;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.directory.DirectoryService;
import nl.klimrek.people.person.EmployeeNumberRepository;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.readmodel.MemberIndexFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans of this feature. */
@Configuration(proxyBeanMethods = false)
class DuplicateConfiguration {
    @Bean
    MatchKeyRepository matchKeys(AggregateStore<MatchKeyHolders> matchKeys) {
        return new MatchKeyRepository(matchKeys);
    }

    @Bean
    EmailLookup emailLookup(
            EmployeeNumberRepository numbers, AggregateStore<Person> people, MatchKeyRepository matchKeys) {
        return new EmailLookup(numbers, people, matchKeys);
    }

    @Bean
    EmailOwnership emailOwnership(
            EmployeeNumberRepository numbers,
            AggregateStore<Person> people,
            MatchKeyRepository matchKeys,
            DirectoryService directory) {
        return new EmailOwnership(numbers, people, matchKeys, directory);
    }

    @Bean
    DuplicateQuestionService questions(
            AggregateStore<DuplicateQuestion> questions, MemberIndexFactory indexes, Clock clock) {
        return new DuplicateQuestionService(questions, indexes.of("questions"), clock);
    }

    @Bean
    DuplicateService duplicates(
            EmployeeNumberRepository numbers,
            AggregateStore<Person> people,
            MatchKeyRepository matchKeys,
            DuplicateQuestionService questions) {
        return new DuplicateService(new DuplicateFinder(numbers, people, matchKeys), matchKeys, questions);
    }
}
