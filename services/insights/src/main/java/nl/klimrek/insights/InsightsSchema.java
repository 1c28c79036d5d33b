package nl.klimrek.insights;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.schema.CollectionSchema;
import nl.klimrek.eventing.schema.IndexSchema;
import nl.klimrek.eventing.schema.StoreMigration;
import nl.klimrek.eventing.schema.StoreSchema;
import nl.klimrek.insights.shift.MonthlyCountRepository;
import nl.klimrek.servicekit.people.PeopleProjectionConfiguration;

/** The indexes of this service's database; {@code infra/admin migrate} builds them. */
public final class InsightsSchema implements StoreSchema {

    @Override
    public String service() {
        return InsightsService.NAME;
    }

    @Override
    public List<CollectionSchema> collections() {
        return List.of(
                PeopleProjectionConfiguration.MEMBERS,
                CollectionSchema.of("month_rows", IndexSchema.of("month", "assessments", "dialogues")));
    }

    @Override
    public List<StoreMigration> migrations(MongoDatabase database) {
        return List.of(MonthlyCountRepository.migration(
                database, AggregateStoreFactory.readDocuments(database, InsightsService.TALKS)));
    }
}
