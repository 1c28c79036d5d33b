package nl.klimrek.servicekit.people;

import com.mongodb.client.MongoDatabase;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** A service imports this to have a {@link PeopleProjection} and {@link AccessControl}, and registers the view with its handlers. */
@Configuration(proxyBeanMethods = false)
public class PeopleProjectionConfiguration {
    @Bean
    PeopleProjection peopleView(AggregateStoreFactory stores, MongoDatabaseFactory mongo) {
        MongoDatabase database = mongo.getMongoDatabase();
        return new PeopleProjection(
                stores.create(AggregateType.readDocument("people_facts", PersonProfile.class)),
                new MongoPeopleListRepository(database));
    }

    @Bean
    AccessControl access(PeopleProjection people) {
        return new AccessControl(people);
    }
}
