package nl.klimrek.people.profile;

import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.directory.DirectoryService;
import nl.klimrek.people.person.Person;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans of this feature. */
@Configuration(proxyBeanMethods = false)
class ProfileConfiguration {

    @Bean
    ProfileService profiles(AggregateStore<Person> people, DirectoryService directory, PersonViewMapper views) {
        return new ProfileService(people, directory, views);
    }
}
