package nl.klimrek.servicekit.people;

import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.schema.CollectionSchema;
import nl.klimrek.eventing.schema.IndexSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** A service imports this to have a {@link PeopleProjection} and {@link AccessControl}, and registers the view with its handlers. */
@Configuration(proxyBeanMethods = false)
public class PeopleProjectionConfiguration {

    /** One row for each person on a list. A service that imports this declares the collection in its schema. */
    public static final CollectionSchema MEMBERS =
            CollectionSchema.of("people_members", IndexSchema.of("list", "person"));

    @Bean
    PeopleListRepository peopleLists(AggregateStoreFactory stores, MongoDatabaseFactory mongo) {
        stores.requireIndexes(MEMBERS.name(), MEMBERS.indexes());
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
