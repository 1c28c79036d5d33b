package nl.klimrek.servicekit.people;

import com.mongodb.client.MongoDatabase;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** A service imports this to have a {@link PeopleView} and {@link Access}, and registers the view with its handlers. */
@Configuration(proxyBeanMethods = false)
public class PeopleViewConfiguration {
    @Bean
    PeopleView peopleView(AggregateStoreFactory stores, MongoDatabaseFactory mongo) {
        MongoDatabase database = mongo.getMongoDatabase();
        return new PeopleView(
                stores.create(AggregateType.readDocument("people_facts", PersonFacts.class)),
                new RosterLists(database));
    }

    @Bean
    Access access(PeopleView people) {
        return new Access(people);
    }
}
