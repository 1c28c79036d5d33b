package nl.klimrek.servicekit.people;

import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** A service imports this to have a {@link PeopleProjection} and {@link AccessControl}, and registers the view with its handlers. */
@Configuration(proxyBeanMethods = false)
public class PeopleProjectionConfiguration {
    @Bean
    PeopleListRepository peopleLists(MongoDatabaseFactory mongo) {
        return new MongoPeopleListRepository(mongo.getMongoDatabase());
    }

    @Bean
    PeopleProjection peopleView(AggregateStoreFactory stores, PeopleListRepository lists) {
        return new PeopleProjection(
                stores.create(AggregateType.readDocument("people_facts", PersonProfile.class)), lists);
    }

    @Bean
    AccessControl access(PeopleProjection people) {
        return new AccessControl(people);
    }
}
