package nl.klimrek.people.profile;

import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.directory.Directory;
import nl.klimrek.people.person.Person;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the controllers of this feature share. */
@Configuration(proxyBeanMethods = false)
class ProfileConfiguration {

    @Bean
    Profiles profiles(AggregateStore<Person> people, Directory directory, PersonViews views) {
        return new Profiles(people, directory, views);
    }
}
